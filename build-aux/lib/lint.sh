# shellcheck shell=bash
# The checks of the source. Each prints its findings, and fails if there are any.
# SPDX-License-Identifier: GPL-3.0-or-later

max_lines=600
lint_dir=$project/_build-lint

# Prints the project's own files of the given name patterns, each ended by a zero byte.
list_files () {
  local pattern names=()
  for pattern; do
    names+=(-o -name "$pattern")
  done
  find "$project" -mindepth 1 \( -name '.git' -o -name '_build*' \) -prune -o \
    -type f \( "${names[@]:1}" \) -print0 | LC_ALL=C sort -z
}

list_c_files () {
  list_files '*.c' '*.h'
}

format_source () {
  set_up
  require_tools clang-format
  list_c_files | inside xargs -0r clang-format -i
}

check_format () {
  local output
  output=$(list_c_files | inside xargs -0r clang-format --dry-run -Werror 2>&1) || {
    # A line for each file says enough: `dev format` does the rest.
    sed -nE 's/^([^ :]+):[0-9]+:[0-9]+: (error|warning): .*/\1: clang-format would change it/p' \
      <<<"$output" | sort | uniq
    return 1
  }
}

# What is deprecated at the floor of the libraries counts as a warning, and a warning as an error.
check_warnings () {
  ( configure "$lint_dir" -Dwerror=true && compile "$lint_dir" )
}

check_cppcheck () {
  mkdir -p "$lint_dir/cppcheck"
  inside cppcheck --quiet --error-exitcode=1 --inline-suppr -j "$(nproc)" \
    --cppcheck-build-dir="$lint_dir/cppcheck" \
    --library=posix --library=gtk --library=build-aux/cppcheck.cfg \
    --enable=warning,performance,portability \
    --suppressions-list=build-aux/cppcheck-suppressions.txt \
    -I src -I tests src tests
}

check_includes () {
  inside python3 "$build_aux/check-includes.py" --self-test &&
    inside python3 "$build_aux/check-includes.py" "$project/src"
}

check_lengths () {
  list_files '*.c' '*.h' '*.ui' '*.css' '*.py' '*.sh' dev run |
    xargs -0r awk -v max="$max_lines" '
      FNR == max + 1 { print FILENAME ": more than " max " lines"; bad = 1 }
      END { exit bad }'
}

check_licence_lines () {
  local file status=0
  while IFS= read -r -d '' file; do
    head -n 5 "$file" | grep -q 'SPDX-License-Identifier: ' || {
      echo "$file: no SPDX-License-Identifier in its first lines"
      status=1
    }
  done < <(list_files '*.c' '*.h' '*.ui' '*.css' '*.py' '*.sh' meson.build meson.options dev run)
  return "$status"
}

check_scripts () {
  # The parts of dev are checked where dev sources them.
  inside shellcheck --external-sources --check-sourced build-aux/dev build-aux/*.sh .ci/run &&
    list_files '*.py' | inside xargs -0r python3 -c '
import ast, sys
for path in sys.argv[1:]:
    ast.parse(open(path, encoding="utf-8").read(), path)'
}

check_translations () {
  inside "$build_aux/check-translations.sh" "$lint_dir"
}

lint () {
  local check name passed=0 failed=0

  set_up
  require_tools clang-format cppcheck shellcheck xgettext msgcmp

  for check in format warnings cppcheck includes lengths licence_lines scripts translations; do
    name=${check//_/ }
    say "Checking $name"
    if "check_$check"; then
      echo "ok - $name"
      passed=$((passed + 1))
    else
      echo "not ok - $name"
      failed=$((failed + 1))
    fi
  done
  echo "$passed passed, $failed failed, 0 skipped"
  [ "$failed" -eq 0 ]
}
