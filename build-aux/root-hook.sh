#!/bin/sh
# Run by mmdebstrap at the end, with the new root's path, before the root is packed.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
root=$1

# A bus refuses to start for a user that has no name.
echo 'builder:x:1000:1000:builder:/tmp/home:/bin/sh' >>"$root/etc/passwd"
echo 'builder:x:1000:' >>"$root/etc/group"
echo '127.0.0.1 localhost' >"$root/etc/hosts"
: >"$root/etc/resolv.conf"
echo '0123456789abcdef0123456789abcdef' >"$root/etc/machine-id"

# C.UTF-8 comes with the C library; these two do not.
chroot "$root" localedef -i ja_JP -f UTF-8 ja_JP.UTF-8
chroot "$root" localedef -i en_US -f UTF-8 en_US.UTF-8

# Without a cache, every program that draws text would look through all the fonts when it starts.
chroot "$root" fc-cache -f

rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*
