# shellcheck shell=bash
# Setting up, configuring and compiling.
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the environment ready, from the given package lists if a root is needed.
set_up () {
  [ $# -gt 0 ] || set -- "$build_aux/packages.txt"

  if build_is_native; then
    build_root=/
    install_missing bwrap=bubblewrap
  else
    ensure_root "$@"
  fi
  make_box
  inside true ||
    die "Step failed: entering the build environment with bubblewrap. If this is a container," \
        "it must allow user namespaces."
}

# Configures build folder $1, if that is still to be done, with the given meson options.
configure () {
  local dir=$1 stamp=$1/built-in wipe=() output
  shift

  if [ -e "$dir/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$build_root" ]; then
    return 0
  fi
  # Another compiler or other libraries: nothing in the folder may be kept.
  [ ! -e "$dir/build.ninja" ] || wipe=(--wipe)

  say "Configuring ${dir#"$project"/}"
  output=$(inside meson setup "${wipe[@]}" "$dir" "$@" 2>&1) || {
    tail -n 20 <<<"$output" >&2
    die "Step failed: configuring with meson; the whole log is $dir/meson-logs/meson-log.txt."
  }
  echo "$build_root" >"$stamp"
}

compile () {
  local dir=$1

  say "Building in ${dir#"$project"/}"
  inside ninja -C "$dir" >&2 || die "Step failed: building; the compiler's messages are above."
}

build () {
  set_up
  configure "$build_dir"
  compile "$build_dir"
}
