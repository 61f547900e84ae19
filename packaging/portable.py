#!/usr/bin/env python3
"""Makes prereq-VERSION-linux-ARCH.tar.gz, a folder that runs on any Linux with this glibc or a later
one, and a Python wheel of the same files. `cmake --build … --target portable` calls it.

    portable.py --program FILE --like FILE --said FOLDER --version VERSION --output FOLDER [--rsvg FILE]

The program finds its libraries in ../lib/prereq, all that the one that it is like, which runs here, is
loaded with. They are copied from this system, all but those of
glibc, which have to be those of the system that it runs on. Whose they are and on what terms is put
beside them: for that the system has to have dpkg. The same files give the same bytes.
"""

import argparse
import base64
import gzip
import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GLIBC = re.compile(r"^(ld-linux.*|libc|libm|libmvec|libdl|libpthread|librt|libresolv|libutil|libanl|linux-vdso)\.so")
COMMON_LICENCES = pathlib.Path("/usr/share/common-licenses")
LIBRARIES = "lib/prereq"
FONTS = "share/prereq/fonts"
DOCS = "share/doc/prereq"


def fail(message):
    sys.exit(f"portable.py: {message}")


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries_of(file):
    """The libraries that a file is loaded with, by name, without glibc's."""
    found = {}
    for line in output_of("ldd", file).splitlines():
        words = line.split()
        if "=>" not in words:
            continue
        if words[2] == "not":
            fail(f"{file} needs {words[0]}, which is not installed")
        if not GLIBC.match(words[0]):
            found[words[0]] = pathlib.Path(words[2])
    return found


def packages_of(files):
    """Debian's packages that hold these files, in order of names."""
    names = set()
    for file in files:
        # What is in /usr/lib may be listed as in /lib, and the other way round.
        real = str(file.resolve())
        for name in (real, real.removeprefix("/usr"), "/usr" + real):
            asked = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
            if asked.returncode == 0:
                names.add(asked.stdout.split(":")[0])
                break
        else:
            fail(f"{file} belongs to no package, so its licence is not known")
    return sorted(names)


def add_licences(packages, folder):
    """Copies what Debian says about each package, with the common licences that are referred to."""
    folder.mkdir(parents=True)
    versions = []
    referred = set()
    for package in packages:
        text = (pathlib.Path("/usr/share/doc") / package / "copyright").read_text(errors="replace")
        (folder / package).write_text(text)
        referred.update(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.+-]*[A-Za-z0-9])", text))
        versions.append(output_of(
            "dpkg-query", "-W", "-f", "${Package} ${Version}, from source ${source:Package}\n",
            package).splitlines()[0])
    for name in sorted(referred):
        if (COMMON_LICENCES / name).is_file():
            shutil.copy(COMMON_LICENCES / name, folder / name)
    (folder / "VERSIONS").write_text(
        "Debian's packages that the files in lib/prereq and share/prereq/fonts come from. Their sources\n"
        "are at https://sources.debian.org; what each is licensed by is in the file of its name.\n\n"
        + "\n".join(versions) + "\n")


def liberation_fonts():
    found = sorted(pathlib.Path("/usr/share/fonts").rglob("LiberationSans-*.ttf"))
    if not found:
        fail("the font Liberation Sans is not installed")
    return found


def fill(folder, options):
    """Everything that is in the folder, in folders like those of /usr."""
    def add(source, place):
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        return target

    program = add(options.program, "bin/prereq")
    program.chmod(0o755)
    subprocess.run(["strip", program], check=True)
    libraries = libraries_of(options.like)
    fonts = []
    if options.rsvg:
        # Loaded by the program when it is needed, so that ldd does not tell.
        rsvg = pathlib.Path(options.rsvg)
        libraries |= libraries_of(rsvg) | {"librsvg-2.so.2": rsvg}
        fonts = liberation_fonts()
        add(ROOT / "packaging/fonts.conf", f"{FONTS}/fonts.conf")
    for name, file in libraries.items():
        add(file, f"{LIBRARIES}/{name}")
    for font in fonts:
        add(font, f"{FONTS}/{font.name}")
    add_licences(packages_of([*libraries.values(), *fonts]), folder / DOCS / "licences")
    add(ROOT / "LICENSE", f"{DOCS}/LICENSE")
    add(ROOT / "CHANGELOG.md", f"{DOCS}/CHANGELOG.md")
    add(ROOT / "src/read/roadmap.schema.json", "share/prereq/roadmap.schema.json")
    said = pathlib.Path(options.said)
    add(said / "prereq.1", "share/man/man1/prereq.1")
    add(said / "prereq", "share/bash-completion/completions/prereq")
    add(said / "_prereq", "share/zsh/site-functions/_prereq")
    add(said / "prereq.fish", "share/fish/vendor_completions.d/prereq.fish")


def files_in(folder):
    return sorted(file for file in folder.rglob("*") if file.is_file())


def is_program(file):
    return file.parent.name == "bin"


def write_tar(folder, file):
    """One folder, whose files belong to root and bear no date."""
    with open(file, "wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for source in files_in(folder):
            entry = tarfile.TarInfo(f"{folder.name}/{source.relative_to(folder)}")
            entry.size = source.stat().st_size
            entry.mode = 0o755 if is_program(source) else 0o644
            entry.uname = entry.gname = "root"
            with open(source, "rb") as content:
                tar.addfile(entry, content)


class Wheel:
    """A wheel (https://packaging.python.org/specifications/binary-distribution-format), whose files go
    where the folder's do, below the environment's own."""

    def __init__(self, version, output):
        glibc = os.confstr("CS_GNU_LIBC_VERSION").split()[1].split(".")
        self.tag = f"py3-none-manylinux_{glibc[0]}_{glibc[1]}_{platform.machine()}"
        self.file = output / f"prereq-{version}-{self.tag}.whl"
        self.version = version
        self.record = []

    def write(self, folder):
        with zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as self.zip:
            for source in files_in(folder):
                place = source.relative_to(folder)
                scheme = f"scripts/{place.name}" if is_program(source) else f"data/{place}"
                self.add(f"prereq-{self.version}.data/{scheme}", source.read_bytes(), is_program(source))
            info = f"prereq-{self.version}.dist-info"
            self.add(f"{info}/METADATA", (
                f"Metadata-Version: 2.1\nName: prereq\nVersion: {self.version}\n"
                "Summary: Checks, draws and walks prerequisite graphs\nLicense: MIT\n"
                "Requires-Python: >=3.7\nDescription-Content-Type: text/markdown\n\n"
                + (ROOT / "packaging/wheel.md").read_text()).encode())
            self.add(f"{info}/WHEEL", (
                f"Wheel-Version: 1.0\nGenerator: prereq\nRoot-Is-Purelib: false\nTag: {self.tag}\n").encode())
            self.add(f"{info}/licenses/LICENSE", (ROOT / "LICENSE").read_bytes())
            self.record.append(f"{info}/RECORD,,")
            self.put(f"{info}/RECORD", ("\n".join(self.record) + "\n").encode())

    def add(self, name, content, executable=False):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        self.record.append(f"{name},sha256={digest},{len(content)}")
        self.put(name, content, executable)

    def put(self, name, content, executable=False):
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if executable else 0o100644) << 16
        self.zip.writestr(entry, content)


def write_sums(output):
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
             for file in files_in(output) if file.name != "SHA256SUMS"]
    (output / "SHA256SUMS").write_text("".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("program", "like", "said", "version", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rsvg", help="librsvg-2.so.2; without it, there are no PNG and PDF")
    options = parser.parse_args()
    if not shutil.which("dpkg-query"):
        fail("this system has no dpkg, which tells what the libraries are licensed by")
    output = pathlib.Path(options.output)
    name = f"prereq-{options.version}-linux-{platform.machine()}"
    folder = output.parent / "portable" / name
    shutil.rmtree(folder.parent, ignore_errors=True)
    output.mkdir(parents=True, exist_ok=True)
    for old in [*output.glob("prereq-*.tar.gz"), *output.glob("prereq-*.whl")]:
        old.unlink()
    fill(folder, options)
    write_tar(folder, output / f"{name}.tar.gz")
    Wheel(options.version, output).write(folder)
    write_sums(output)


main()
