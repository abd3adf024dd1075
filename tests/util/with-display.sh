#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test with a bus and a display of its own: tests run side by side, and a display has one
# clipboard and one focus.
set -eu

exec dbus-run-session -- xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp' "$@"
