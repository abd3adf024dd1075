# shellcheck shell=bash
# Messages and paths that every part of `dev` uses.
# SPDX-License-Identifier: GPL-3.0-or-later

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build_aux=$project/build-aux
build_dir=$project/_build

say () {
  printf '==> %s\n' "$*" >&2
}

die () {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}

have () {
  command -v "$1" >/dev/null 2>&1
}

is_root_user () {
  [ "$(id -u)" -eq 0 ]
}
