# shellcheck shell=bash
# Running the tests and counting them.
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs the tests of build folder $1, with further options for meson test, and prints the totals.
run_tests () {
  local dir=$1 status=0
  shift

  require_tools xvfb-run dbus-run-session
  rm -f "$dir/meson-logs/testlog.json"
  inside meson test -C "$dir" --no-rebuild --print-errorlogs "$@" || status=$?
  inside python3 "$build_aux/count-tests.py" "$dir/meson-logs/testlog.json" || status=1
  return "$status"
}

test_all () {
  build
  run_tests "$build_dir" "$@"
}

# The tests that kill a process which stores something, each $1 times.
test_kills () {
  local kills=${1:-200}

  [[ $kills =~ ^[1-9][0-9]{0,4}$ ]] || die "kill: say how often, as in: build-aux/dev kill 200"
  build
  inside env MDG_TEST_KILLS="$kills" meson test -C "$build_dir" --no-rebuild --verbose \
    --timeout-multiplier "$((kills / 20 + 1))" kills run-kills import-kills
}

# The tests that run in one process, under the sanitizers; a leak of our own is a failure.
test_sanitized () {
  local dir=$project/_build-sanitize

  set_up
  configure "$dir" -Db_sanitize=address,undefined
  compile "$dir"
  # Stacks end at the first frame of a library: following them further takes ten times as long.
  run_tests "$dir" --no-suite e2e --timeout-multiplier 4 "$@" || {
    say "For whole stacks: build-aux/dev exec env ASAN_OPTIONS=fast_unwind_on_malloc=0" \
      "meson test -C ${dir#"$project"/} NAME"
    return 1
  }
}

bench () {
  local dir=$project/_build-bench

  set_up "$build_aux/packages.txt" "$build_aux/packages-bench.txt"
  configure "$dir" --buildtype=release
  compile "$dir"
  require_tools xvfb-run dbus-run-session
  inside_with_display env PATH="$dir/src:/usr/bin:/bin" GSETTINGS_SCHEMA_DIR="$dir/data" \
    meson test -C "$dir" --no-rebuild --benchmark --verbose "$@"
}
