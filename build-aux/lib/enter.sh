# shellcheck shell=bash
# Entering the build environment: a bubblewrap box over the build root, or over the system itself.
# SPDX-License-Identifier: GPL-3.0-or-later

# Variables that may pass from the caller into the box.
passed_variables=(
  TERM COLUMNS LINES CI NINJA_STATUS MESON_TESTTHREADS CC CFLAGS CPPFLAGS LDFLAGS
  ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS MALLOC_PERTURB_
  G_DEBUG G_MESSAGES_DEBUG GTK_DEBUG GDK_DEBUG GSK_RENDERER GTK_A11Y
  CMOCKA_MESSAGE_OUTPUT CMOCKA_TEST_FILTER MDG_TEST_SEED
)

# Sets box to the bubblewrap command line over build_root, which is / for a native build.
make_box () {
  local name value root=${build_root%/} uid gid home=$build_dir/home

  if [ -n "$root" ]; then
    uid=1000 gid=1000
  else
    uid=$(id -u) gid=$(id -g)
  fi

  box=(bwrap --unshare-user --unshare-net --die-with-parent
       --uid "$uid" --gid "$gid"
       --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var
       --symlink usr/bin /bin --symlink usr/sbin /sbin
       --symlink usr/lib /lib --symlink usr/lib64 /lib64
       --dev /dev
       --perms 1777 --tmpfs /var/tmp
       --perms 1777 --tmpfs /tmp --perms 1777 --dir /tmp/.X11-unix
       --tmpfs /run --perms 0700 --dir "/run/user/$uid")
  if is_root_user; then
    # Inside a container not even root may mount a new /proc.
    box+=(--bind /proc /proc)
  else
    box+=(--proc /proc --unshare-pid)
  fi

  # What a program stores stays with the build, so that two runs see the same data.
  mkdir -p "$home"
  box+=(--bind "$project" "$project" --chdir "$project"
        --clearenv
        --setenv HOME "$home"
        --setenv USER builder
        --setenv LANG C.UTF-8
        --setenv XDG_RUNTIME_DIR "/run/user/$uid"
        --setenv XDG_DATA_DIRS /usr/local/share:/usr/share
        --setenv PATH "$build_dir/src:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        --setenv GSETTINGS_SCHEMA_DIR "$build_dir/data"
        --setenv MADOGUCHI_LOCALEDIR "$build_dir/po"
        --setenv GSETTINGS_BACKEND keyfile
        --setenv LSAN_OPTIONS "suppressions=$project/tests/lsan.supp:print_suppressions=0"
        --setenv PYTHONDONTWRITEBYTECODE 1)
  for name in XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME; do
    value=${!name:-}
    [[ $value != "$project"/* ]] || box+=(--setenv "$name" "$value")
  done
  for name in "${passed_variables[@]}"; do
    [ -z "${!name+x}" ] || box+=(--setenv "$name" "${!name}")
  done
}

# Runs a command inside the box, without the caller's inter-process memory.
inside () {
  "${box[@]}" --unshare-ipc -- "$@"
}

# The same, with a bus and a virtual display of its own, which does not start anew whenever its last
# window is gone.
inside_with_display () {
  inside env GSK_RENDERER="${GSK_RENDERER:-cairo}" dbus-run-session -- \
    xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp -noreset' "$@"
}

# Sets display_options to what lets the box show windows on the caller's own display.
# Fails if there is none.
find_display () {
  local socket number
  display_options=()

  if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    socket=$WAYLAND_DISPLAY
    [[ $socket == /* ]] || socket=${XDG_RUNTIME_DIR:-/nonexistent}/$socket
    if [ -S "$socket" ]; then
      display_options+=(--ro-bind "$socket" /run/wayland-0
                        --setenv WAYLAND_DISPLAY /run/wayland-0)
    fi
  fi

  if [[ ${DISPLAY:-} =~ ^(unix)?:([0-9]+)(\.[0-9]+)?$ ]]; then
    number=${BASH_REMATCH[2]}
    socket=/tmp/.X11-unix/X$number
    if [ -S "$socket" ]; then
      display_options+=(--ro-bind "$socket" "$socket" --setenv DISPLAY ":$number")
      if [ -r "${XAUTHORITY:-${HOME:-}/.Xauthority}" ]; then
        display_options+=(--ro-bind "${XAUTHORITY:-$HOME/.Xauthority}" /run/xauthority
                          --setenv XAUTHORITY /run/xauthority)
      fi
    fi
  fi

  [ ${#display_options[@]} -gt 0 ]
}

# Runs a command inside the box on the display that find_display has found. X11 shares pictures
# through inter-process memory, so that is not cut off here.
inside_on_display () {
  "${box[@]}" "${display_options[@]}" --dev-bind-try /dev/dri /dev/dri -- \
    env GSK_RENDERER="${GSK_RENDERER:-cairo}" dbus-run-session -- "$@"
}
