"""Has pip, pipx and pre-commit install prereq from its repository: as the wheel of the release that is
checked out, for there is no time to compile then. A build backend as PEP 517 wants it.

The wheel is the one in build/release/dist, if `--target portable` made it there. Else it is fetched
from the releases of the repository that this is a clone of, or of the one at PREREQ_RELEASES, and
checked against their SHA256SUMS.
"""

import hashlib
import os
import pathlib
import platform
import re
import subprocess
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def _version():
    return re.search(r"^ *VERSION ([0-9.]+)$", (ROOT / "CMakeLists.txt").read_text(), re.M)[1]


def _releases():
    """Where the releases are, as GitHub has them."""
    url = os.environ.get("PREREQ_RELEASES", "")
    if not url:
        asked = subprocess.run(["git", "-C", ROOT, "remote", "get-url", "origin"],
                               capture_output=True, text=True)
        url = re.sub(r"^git@([^:]+):", r"https://\1/", asked.stdout.strip())
        url = re.sub(r"\.git$", "", url) + "/releases"
    if not re.match(r"(https?|file)://", url):
        raise SystemExit(
            f"prereq: cannot tell where releases are: '{url}' is no address; set PREREQ_RELEASES, such as "
            "to https://github.com/OWNER/prereq/releases")
    return url


def _fetch(url):
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.read()
    except OSError as error:
        raise SystemExit(
            f"prereq: cannot fetch {url}: {error}; ask for a released version, such as "
            f"v{_version()}, or put prereq on the PATH yourself")


def _released_wheel():
    """The name and the bytes of the wheel for this machine."""
    place = f"{_releases()}/download/v{_version()}/"
    for line in _fetch(place + "SHA256SUMS").decode().splitlines():
        digest, name = line.split()
        if name.endswith(f"_{platform.machine()}.whl"):
            content = _fetch(place + name)
            if hashlib.sha256(content).hexdigest() != digest:
                raise SystemExit(f"prereq: {name} is not what SHA256SUMS says")
            return name, content
    raise SystemExit(f"prereq: the release has no wheel for {platform.machine()}; build prereq instead")


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    built = sorted((ROOT / "build/release/dist").glob(f"prereq-{_version()}-*.whl"))
    name, content = (built[0].name, built[0].read_bytes()) if built else _released_wheel()
    (pathlib.Path(wheel_directory) / name).write_bytes(content)
    return name
