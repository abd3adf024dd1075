# shellcheck shell=bash
# The build root: a Debian tree in the user's cache, made once for each list of packages.
# SPDX-License-Identifier: GPL-3.0-or-later

root_suite=trixie
root_cache=${XDG_CACHE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d : -f 6)}/.cache}/madoguchi

# Prints the packages that the given lists name.
list_packages () {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | LC_ALL=C sort -u
}

# Prints the folder of the root that holds the packages of the given lists.
root_folder () {
  local hash
  hash=$( { echo "$root_suite $(uname -m)"; list_packages "$@"
            sed '/^#/d' "$build_aux/root-hook.sh"; } | sha256sum | cut -c 1-16)
  echo "$root_cache/root-$hash"
}

# Installs the named commands' packages, given as command=package, where a command is missing.
install_missing () {
  local pair missing=() sudo=()

  for pair; do
    have "${pair%%=*}" || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  have apt-get ||
    die "These are missing, and there is no apt-get to install them: ${missing[*]}. Install them, then try again."
  if ! is_root_user; then
    have sudo ||
      die "These packages are missing: ${missing[*]}. Install them as root (apt-get install ${missing[*]}), then try again."
    sudo=(sudo)
  fi

  say "Installing ${missing[*]}"
  # One source of several that cannot be reached need not matter.
  "${sudo[@]}" apt-get update -qq </dev/null >/dev/null ||
    say "apt-get update failed; going on with what it knows"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
      --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
    die "Step failed: installing ${missing[*]} with apt-get. Nothing else was changed."
}

# Prints the address of the Debian mirror that this machine's own apt uses.
find_mirror () {
  local codename

  if [ -n "${MADOGUCHI_MIRROR:-}" ]; then
    echo "$MADOGUCHI_MIRROR"
    return 0
  fi
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || :
  [ -n "$codename" ] || return 0
  # shellcheck disable=SC2016 # These are apt's variables.
  apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    awk -v codename="$codename" '$1 == codename && $2 == "main" && !n++ { print $3 }'
}

# Makes the root in folder $1 out of the package lists that follow.
make_root () {
  local folder=$1 mirror mode packages proxy maker options=()
  shift

  install_missing bwrap=bubblewrap mmdebstrap=mmdebstrap newuidmap=uidmap

  mirror=$(find_mirror)
  [ -n "$mirror" ] ||
    die "Step failed: finding a Debian mirror in this machine's apt configuration." \
        "Set MADOGUCHI_MIRROR to the address of one, then try again."

  mode=unshare
  is_root_user && mode=root

  for proxy in Acquire::http::Proxy Acquire::https::Proxy; do
    eval "$(apt-config shell proxy_address "$proxy")"
    # shellcheck disable=SC2154 # The variable is set by the line above.
    [ -n "${proxy_address:-}" ] && options+=(--aptopt="$proxy \"$proxy_address\"")
    unset proxy_address
  done

  packages=$(list_packages "$@" | paste -sd,)
  rm -rf "$folder.tmp"
  mkdir -p "$folder.tmp/tree" || die "Step failed: making the folder $folder.tmp."

  say "Making the build root (Debian $root_suite, once, about a minute; 1.5 GB in $root_cache)"
  # In a process group of its own, so that an interruption can end it and clear up at once.
  set -m
  unpack_root "$folder.tmp" "$mode" "$mirror" "$packages" "${options[@]}" 2>"$folder.tmp/log" &
  maker=$!
  set +m
  trap 'kill -TERM -- "-$maker" 2>/dev/null; wait "$maker" || :; rm -rf "'"$folder.tmp"'"; exit 130' \
    INT TERM HUP
  wait "$maker" || {
    tail -n 30 "$folder.tmp/log" >&2
    rm -rf "$folder.tmp"
    die "Step failed: making the build root with mmdebstrap from $mirror; its last words are above." \
        "What was half made has been removed."
  }
  mv "$folder.tmp/tree" "$folder" || die "Step failed: moving the build root to $folder."
  trap - INT TERM HUP
  rm -rf "$folder.tmp"
}

# Fills $1/tree with a root made in mmdebstrap mode $2 from mirror $3, holding the packages $4.
unpack_root () {
  local folder=$1 mode=$2 mirror=$3 packages=$4
  shift 4

  # A tar piped into tar, so that the files belong to the user and plain rm can remove them.
  mmdebstrap --mode="$mode" --variant=essential --format=tar --include="$packages" "$@" \
      --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/info/*' \
      --dpkgopt='path-exclude=/usr/share/doc/*' \
      --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
      --dpkgopt='path-exclude=/usr/share/help/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' \
      --dpkgopt='path-include=/usr/share/locale/locale.alias' \
      --dpkgopt='path-include=/usr/share/locale/ja/*' \
      --customize-hook="$build_aux/root-hook.sh" \
      "$root_suite" - "deb $mirror $root_suite main" </dev/null |
    tar -x --no-same-owner --no-same-permissions --exclude='./dev/*' -C "$folder/tree"
}

# Sets build_root to the folder of the root for the given package lists, making it if need be.
ensure_root () {
  build_root=$(root_folder "$@")
  if [ ! -d "$build_root" ]; then
    mkdir -p "$root_cache" || die "Step failed: making the folder $root_cache."
    exec 9>"$build_root.lock"
    flock -n 9 || { say "Waiting for another set-up to finish"; flock 9; }
    [ -d "$build_root" ] || make_root "$build_root" "$@"
    exec 9>&-
  fi
  install_missing bwrap=bubblewrap
}
