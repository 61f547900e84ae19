# What the scripts share: saying what is going on, installing packages, configuring and building.
# Sourced by bash scripts that have `set -euo pipefail` and stand in the repository's root.

# The log of the step that is running; shown only when the step fails.
log_dir=build/logs

say() { printf 'prereq: %s\n' "$*"; }

die() {
  printf 'prereq: %s\n' "$*" >&2
  exit 1
}

# step NAME TEXT COMMAND...: says TEXT, runs the command quietly, shows its last lines if it fails.
step() {
  local log=$log_dir/$1.log text=$2 status=0
  shift 2
  mkdir -p "$log_dir"
  say "$text"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status != 0)); then
    tail -n 40 "$log" >&2
    die "failed: $* (all of its output: $log)"
  fi
}

# rows KIND...: the lines of scripts/packages.txt for these kinds, without comments.
rows() {
  local kinds rest kind
  while read -r kinds rest; do
    for kind in "$@"; do
      [[ ,$kinds, == *,$kind,* ]] || continue
      printf '%s\n' "${rest%%#*}"
      break
    done
  done <scripts/packages.txt
}

# packages COLUMN KIND...: what one package manager calls them, in one line. Column 1 is apt's.
packages() {
  local column=$1 need
  local -a names
  shift
  rows "$@" | while read -r need names[{1..5}]; do printf '%s\n' "${names[column]}"; done |
    grep -vx -e - | awk '!seen[$0]++' | paste -s -d ' '
}

# is_new_enough FOUND LEAST: versions in numbers and points; any is, where none is asked for.
is_new_enough() { [[ -z $2 ]] || printf '%s\n' "$2" "$1" | sort -V -C; }

# version_of COMMAND: the first number with points that it says.
version_of() {
  [[ $("$1" --version 2>/dev/null) =~ [0-9]+(\.[0-9]+)+ ]] && echo "${BASH_REMATCH[0]}"
}

# preprocesses TEXT: whether the C++ compiler gets through it.
preprocesses() { printf '%b' "$1" | "${CXX:-c++}" -std=c++20 -E -x c++ - >/dev/null 2>&1; }

system_python() { if [[ -x /usr/bin/python3 ]]; then /usr/bin/python3 "$@"; else python3 "$@"; fi; }

# lacks NEED: what is wrong with it, in words; nothing if it is there, and new enough.
lacks() {
  local what=${1%%>=*} least='' found
  [[ $1 == *'>='* ]] && least=${1##*>=}
  local name=${what#*:}
  case $what in
    c++)
      command -v "${CXX:-c++}" >/dev/null || { echo "no C++ compiler"; return; }
      preprocesses '#if __clang_major__ < 14 && __GNUC__ < 12\n#error\n#endif\n' ||
        echo "a C++ compiler older than GCC 12 and Clang 14 (CXX=… names another)" ;;
    program:*)
      command -v "$name" >/dev/null || { echo "no $name"; return; }
      [[ -z $least ]] || found=$(version_of "$name") || found=
      is_new_enough "${found:-}" "$least" || echo "$name ${found:-of an unknown version}, older than $least" ;;
    module:*)
      pkg-config --exists "$name" 2>/dev/null || { echo "no $name"; return; }
      found=$(pkg-config --modversion "$name")
      is_new_enough "$found" "$least" || echo "$name ${found:-of an unknown version}, older than $least" ;;
    header:*) preprocesses "#if !__has_include(<$name>)\n#error\n#endif\n" || echo "no <$name>" ;;
    python:*)
      system_python -c 'import importlib.util, sys; sys.exit(not importlib.util.find_spec(sys.argv[1]))' \
        "$name" 2>/dev/null || echo "no Python package $name" ;;
    font:*) [[ $(fc-list 2>/dev/null) == *"$name"* ]] || echo "no font $name" ;;
    file:*) [[ -e $name ]] || echo "no $name" ;;
    *) die "scripts/packages.txt: unknown kind of need '$1'" ;;
  esac
}

# lacking KIND...: what is missing of these kinds: for each, apt's package, then what is wrong.
lacking() {
  local need package rest wrong
  rows "$@" | while read -r need package rest; do
    wrong=$(lacks "$need")
    [[ -z $wrong ]] || printf '%s %s\n' "$package" "$wrong"
  done
}

# in_words LINE...: what lacking() said is wrong, in one line.
in_words() { printf '%s\n' "$@" | cut -d ' ' -f 2- | paste -s -d ';' | sed 's/;/; /g'; }

# install_by_apt PACKAGE...: as root, or by sudo.
install_by_apt() {
  local -a as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "neither root nor sudo: ask an administrator to run: apt-get install $*"
    as_root=(sudo)
    # Asks for a password here, where it can be seen, if one is needed.
    sudo -v || die "sudo failed: ask an administrator to run: apt-get install $*"
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  step apt-update "fetching the list of packages" "${as_root[@]}" apt-get update
  local package
  local -a known=()
  for package in "$@"; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      known+=("$package")
    else
      say "this system has no package $package"
    fi
  done
  ((${#known[@]} == 0)) || step apt-install "installing ${known[*]}" \
    "${as_root[@]}" apt-get install --yes --no-install-recommends "${known[@]}"
}

# say_how_to_install KIND...: one line for the package manager that is here, or one for each.
say_how_to_install() {
  local -a lines=()
  local manager line column=1
  local -A commands=([dnf]='dnf install' [pacman]='pacman -S --needed'
    [zypper]='zypper install' [brew]='brew install')
  for manager in dnf pacman zypper brew; do
    column=$((column + 1))
    line="${commands[$manager]} $(packages "$column" "$@")"
    [[ $manager == brew ]] || line="sudo $line"
    command -v "$manager" >/dev/null && { lines=("$line"); break; }
    lines+=("$line")
  done
  say "to install everything:"
  printf '  %s\n' "${lines[@]}"
}

# ensure_packages KIND...: installs what is missing of these kinds, where apt can. Elsewhere it says
# how, and goes on: CMake has the last word on what is needed, and names it.
ensure_packages() {
  local -a missing
  mapfile -t missing < <(lacking "$@")
  if ((${#missing[@]} == 0)); then
    say "all packages are installed"
    return
  fi
  if command -v apt-get >/dev/null; then
    local -a wanted
    mapfile -t wanted < <(printf '%s\n' "${missing[@]}" | cut -d ' ' -f 1 | sort -u)
    install_by_apt "${wanted[@]}"
    mapfile -t missing < <(lacking build)
    ((${#missing[@]} == 0)) ||
      die "this system's packages are too old: $(in_words "${missing[@]}")"
    return
  fi
  say "not found: $(in_words "${missing[@]}")"
  say_how_to_install "$@"
  command -v cmake >/dev/null || die "there is no CMake to go on with"
}

# cached NAME VALUE DIR: whether the build in DIR is configured, with option NAME at VALUE.
cached() {
  [[ -f $3/build.ninja ]] && grep -qx "$1:[A-Z]*=$2" "$3/CMakeCache.txt"
}
