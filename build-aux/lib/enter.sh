# shellcheck shell=bash
# Entering the build environment: a bubblewrap box over the build root, or over the system itself.

# Variables that may pass from the caller into the box.
passed_variables=(
  TERM COLUMNS LINES CI NINJA_STATUS MESON_TESTTHREADS
  CFLAGS CPPFLAGS LDFLAGS CC
  ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS
  G_DEBUG G_MESSAGES_DEBUG GTK_DEBUG GDK_DEBUG GSK_RENDERER GTK_A11Y
  CMOCKA_MESSAGE_OUTPUT CMOCKA_TEST_FILTER
)

# Sets box to the bubblewrap command line for build_root. Arguments are further options.
make_box () {
  local name

  box=(bwrap --unshare-user --unshare-ipc --unshare-net --die-with-parent
       --ro-bind "${build_root%/}/usr" /usr
       --ro-bind "${build_root%/}/etc" /etc
       --ro-bind "${build_root%/}/var" /var
       --perms 1777 --tmpfs /var/tmp
       --symlink usr/bin /bin --symlink usr/sbin /sbin
       --symlink usr/lib /lib --symlink usr/lib64 /lib64
       --dev /dev
       --perms 1777 --tmpfs /tmp --perms 1777 --dir /tmp/.X11-unix --perms 0700 --dir /tmp/home
       --tmpfs /run --perms 0700 --dir /run/user/"$box_uid"
       --uid "$box_uid" --gid "$box_gid")
  if is_root_user; then
    # Inside a container even root may not mount a new /proc.
    box+=(--bind /proc /proc)
  else
    box+=(--proc /proc --unshare-pid)
  fi
  box+=(--bind "$project" "$project" --chdir "$project"
        --clearenv
        --setenv HOME /tmp/home
        --setenv USER builder
        --setenv LANG C.UTF-8
        --setenv XDG_RUNTIME_DIR /run/user/"$box_uid"
        --setenv PATH "$build_dir/src:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        --setenv XDG_DATA_DIRS /usr/local/share:/usr/share)
  for name in "${passed_variables[@]}"; do
    [ -n "${!name+x}" ] && box+=(--setenv "$name" "${!name}")
  done
  box+=("$@")
}

# Runs a command inside the box.
inside () {
  "${box[@]}" "$@"
}
