# shellcheck shell=bash
# Running the fuzz targets of tests/fuzz.
# SPDX-License-Identifier: GPL-3.0-or-later

# Prints the names of all fuzz targets.
list_fuzz_targets () {
  local file
  for file in "$project"/tests/fuzz/corpus/*/; do
    basename "$file"
  done
}

# Runs the targets $2... (all if none is named) for $1 seconds each. A finding fails.
fuzz () {
  local dir=$project/_build-fuzz seconds=${1:-} target targets=() found=()

  [[ $seconds =~ ^[1-9][0-9]*$ ]] || die "fuzz: say for how many seconds, as in: build-aux/dev fuzz 60"
  shift
  mapfile -t targets < <(list_fuzz_targets)
  [ $# -eq 0 ] || targets=("$@")

  set_up
  configure "$dir" --native-file "$build_aux/clang.ini" -Dfuzz=true -Db_sanitize=address,undefined \
    -Db_lundef=false
  say "Building in ${dir#"$project"/}"
  inside ninja -C "$dir" "${targets[@]/#/tests/fuzz/fuzz-}" >&2 ||
    die "Step failed: building the fuzz targets (${targets[*]}); the compiler's messages are above."

  for target in "${targets[@]}"; do
    say "Fuzzing $target for $seconds s"
    mkdir -p "$dir/corpus/$target" "$dir/findings"
    inside env G_DEBUG=fatal-criticals \
        UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 ASAN_OPTIONS=detect_leaks=1 \
        LSAN_OPTIONS="suppressions=$project/tests/lsan.supp" \
        "$dir/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=65536 -print_final_stats=1 -artifact_prefix="$dir/findings/$target-" \
        "$dir/corpus/$target" "$project/tests/fuzz/corpus/$target" 2>&1 | tail -n 40 || found+=("$target")
  done

  [ ${#found[@]} -eq 0 ] || die "fuzz: ${found[*]} found something; the inputs are in ${dir#"$project"/}/findings/."
  echo "${#targets[@]} passed, 0 failed, 0 skipped"
}
