# shellcheck shell=bash
# Whether this system's own libraries are new enough to build with.
# SPDX-License-Identifier: GPL-3.0-or-later

# Prints the libraries that the meson files ask for, one to a line, as pkg-config writes them.
list_floors () {
  find "$project/meson.build" "$project/src" "$project/tests" -name meson.build -print0 |
    xargs -0 grep -hE "dependency\\('" | grep -v 'required: *false' |
    sed -nE "s/.*[^_]dependency\\('([^']+)'(, *version: *'(>= *[0-9.]+)')?.*/\\1 \\3/p" |
    LC_ALL=C sort -u
}

# Prints what this system lacks for a native build, one to a line.
list_missing_for_native () {
  local name
  for name in cc meson ninja msgfmt glib-compile-resources pkg-config; do
    have "$name" || echo "$name"
  done
  have pkg-config || return 0
  list_floors | while read -r name; do
    pkg-config --exists "$name" || echo "$name"
  done
}

# MADOGUCHI_BUILD=native or =root in the environment decides; otherwise what is installed.
build_is_native () {
  case ${MADOGUCHI_BUILD:-} in
    native) return 0 ;;
    root)   return 1 ;;
    '')     [ -z "$(list_missing_for_native)" ] ;;
    *)      die "MADOGUCHI_BUILD is '$MADOGUCHI_BUILD'; it may be 'native' or 'root'." ;;
  esac
}

require_tools () {
  local name missing=()
  build_is_native || return 0
  for name; do
    have "$name" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] ||
    die "This system lacks: ${missing[*]}. Install them, or set MADOGUCHI_BUILD=root."
}
