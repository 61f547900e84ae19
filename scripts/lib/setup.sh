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

# packages KIND...: the packages of these kinds, one a line.
packages() {
  local kind package rest
  while read -r kind package rest; do
    [[ " $* " == *" $kind "* ]] && printf '%s\n' "$package"
  done <scripts/packages.txt
  return 0
}

# is_installed PACKAGE: whether what it holds is there.
is_installed() {
  # Also published by its makers, in one package that Debian's two would conflict with.
  case $1 in
    nodejs) command -v node >/dev/null && return ;;
    npm) command -v npm >/dev/null && return ;;
  esac
  # A name may match several architectures; one installed is enough.
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# missing_packages KIND...: those of them that are not installed.
missing_packages() {
  local package
  for package in $(packages "$@"); do
    is_installed "$package" || printf '%s\n' "$package"
  done
}

is_debian_12() {
  [[ -r /etc/os-release ]] || return 1
  local ID='' VERSION_ID=''
  # shellcheck disable=SC1091
  . /etc/os-release
  [[ $ID == debian && $VERSION_ID == 12 ]]
}

explain_by_hand() {
  cat >&2 <<TEXT
prereq: this script installs packages on Debian 12 only. Elsewhere, install these yourself
(the Debian package, and what it holds):

$(grep -E "^($(IFS='|'; printf '%s' "$*")) " scripts/packages.txt | cut -d ' ' -f 2- | sed 's/^/  /')

then configure, build and try it by hand:

  cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release -DPREREQ_BUILD_TESTS=OFF
  cmake --build build/release
  build/release/src/cli/prereq render graphs/turbo.yaml -o turbo.svg

and, for the tests:  cmake --workflow --preset dev

If Graphviz's plugins are not found, say where libgvplugin_dot_layout is:
  -DPREREQ_GRAPHVIZ_PLUGIN_DIR=/usr/lib/graphviz
TEXT
  exit 1
}

# ensure_packages KIND...: installs what is missing of these kinds.
ensure_packages() {
  is_debian_12 || explain_by_hand "$@"
  local -a missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    say "all packages are installed"
    return
  fi
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "neither root nor sudo: have an administrator run: apt-get install ${missing[*]}"
    as_root=(sudo)
    # Asks for a password here, where it can be seen, if one is needed.
    sudo -v || die "sudo failed: have an administrator run: apt-get install ${missing[*]}"
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  step apt-update "fetching Debian's list of packages" "${as_root[@]}" apt-get update
  step apt-install "installing ${missing[*]}" \
    "${as_root[@]}" apt-get install --yes --no-install-recommends "${missing[@]}"
}

# cached NAME VALUE DIR: whether the build in DIR is configured, with option NAME at VALUE.
cached() {
  [[ -f $3/build.ninja ]] && grep -qx "$1:[A-Z]*=$2" "$3/CMakeCache.txt"
}
