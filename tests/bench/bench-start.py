# SPDX-License-Identifier: GPL-3.0-or-later
"""Start of the program to its window, beside gnome-text-editor opening empty.

Usage: bench-start.py MADOGUCHI WINDOW-WATCH [ROUNDS]
"""

import statistics
import sys
import tempfile

from measure import Home, Window, madoguchi_home, print_table, print_verdict, require

EDITOR = "gnome-text-editor"
LATER = "madoguchi, overview"
MAP = "madoguchi, map"
FIRST = "madoguchi, first start"


def main():
    madoguchi, watcher = sys.argv[1:3]
    n_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    require(EDITOR)

    with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
        starts = {
            EDITOR: ([EDITOR], Home(f"{folder}/editor")),
            LATER: ([madoguchi], madoguchi_home(f"{folder}/later", "overview")),
            MAP: ([madoguchi], madoguchi_home(f"{folder}/map", "map")),
        }
        measured = {what: {name: [] for name in (*starts, FIRST)}
                    for what in ("mapped", "drawn", "rest", "cpu")}

        def start(name, command, home, keep=True):
            with Window(watcher, command, home) as window:
                if keep:
                    for what in ("mapped", "drawn", "rest"):
                        measured[what][name].append(getattr(window, what))
                    measured["cpu"][name].append(window.cpu())

        # Fills the caches, the store and the session's bus.
        for name, (command, home) in starts.items():
            start(name, command, home, keep=False)

        for _ in range(n_rounds):
            for name, (command, home) in starts.items():
                start(name, command, home)
            home = Home(f"{folder}/first")
            home.take_fonts(starts[LATER][1])
            start(FIRST, [madoguchi], home)

    print_table("Start to the mapped window", "ms", measured["mapped"], EDITOR)
    print_table("Start to the first frame", "ms", measured["drawn"], EDITOR)
    print_table("Start to the last change on screen", "ms", measured["rest"], EDITOR)
    print_table("Processor time of the start", "ms", measured["cpu"], EDITOR)

    print()
    for what, words in (("mapped", "mapped window"), ("drawn", "first frame")):
        rows = measured[what]
        print_verdict(f"start to the {words} / {EDITOR}",
                      statistics.median(a / b for a, b in zip(rows[LATER], rows[EDITOR])), 1)
    for what, words in (("drawn", "first frame"), ("rest", "last change")):
        rows = measured[what]
        print_verdict(f"first start - later start, to the {words}",
                      statistics.median(a - b for a, b in zip(rows[FIRST], rows[LATER])), 300, " ms")


main()
