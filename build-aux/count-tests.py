#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the totals of a meson test log, counting the cases inside each test program.

A program that crashed, or ended badly with no failed case, counts as one failure.
"""

import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$")


def count_program(entry):
    """Returns the cases of one program as (passed, failed, skipped)."""
    passed = failed = skipped = 0
    for line in entry.get("stdout", "").splitlines():
        match = CASE.match(line)
        if not match:
            continue
        if "# SKIP" in match[2].upper():
            skipped += 1
        elif match[1] and "# TODO" not in match[2].upper():
            failed += 1
        else:
            passed += 1

    result = entry["result"]
    if result in ("OK", "EXPECTEDFAIL"):
        passed = passed if passed + skipped else 1
    elif result == "SKIP":
        skipped = skipped or 1
    elif result != "IGNORED":
        failed = failed or 1
    return passed, failed, skipped


def count_log(lines):
    totals = [0, 0, 0]
    for line in lines:
        if line.strip():
            for index, count in enumerate(count_program(json.loads(line))):
                totals[index] += count
    return totals


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            passed, failed, skipped = count_log(log)
    except FileNotFoundError:
        print("The tests left no log: they did not start.", file=sys.stderr)
        passed, failed, skipped = 0, 1, 0
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
