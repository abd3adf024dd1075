#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test with a bus, an accessibility bus and a display of its own.
# The services of a desktop print what they like; only the test's own TAP goes to standard output.
set -eu

runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
unset DISPLAY WAYLAND_DISPLAY GTK_A11Y DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

XDG_RUNTIME_DIR=$runtime MDG_TAP_FD=9 \
  dbus-run-session -- xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp' "$@" 9>&1 1>&2
