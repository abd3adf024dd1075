# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a made-up deck of 20 pages: the reader, the whole import, and pdftotext -layout.

The first two are timed inside a process of their own for each round, so that what the library sets
up once is counted; pdftotext is timed both with and without what starting it costs.

Usage: bench-pdf.py FILE-READ MAKE-DECK [ROUNDS]
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Home, print_table, print_verdict, require, timed_run

TEXT = "pdftotext -layout"
START = "pdftotext -v"
READ = "words and cells of all pages"
IMPORT = "the same, proved, up to the preview"
N_PAGES = 20


def read(command, home):
    """Milliseconds, and the MB by which the process grew."""
    result = subprocess.run(command, env=home.environment(), capture_output=True, text=True,
                            check=False)
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    took, grew = (float(word) for word in result.stdout.split())
    return took, grew


def main():
    reader, maker = sys.argv[1:3]
    n_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    require("pdftotext", "pdfinfo")

    with tempfile.TemporaryDirectory(prefix="bench-pdf-") as folder:
        home = Home(f"{folder}/home")
        deck = Path(folder, "deck.pdf")
        text = Path(folder, "deck.txt")
        timed_run([maker, "--plain", "--pdf", deck], home)
        about = subprocess.run(["pdfinfo", deck], capture_output=True, text=True, check=True).stdout
        if f"Pages:{N_PAGES}" not in about.replace(" ", ""):
            raise SystemExit(f"The deck has not {N_PAGES} pages:\n{about}")

        measured = {name: [] for name in (TEXT, START, READ, IMPORT)}
        grown = {name: [] for name in (READ, IMPORT)}
        # The first time the files are not in memory, and is not counted.
        for n_round in range(n_rounds + 1):
            times = {
                START: timed_run(["pdftotext", "-v"], home),
                TEXT: timed_run(["pdftotext", "-layout", deck, text], home),
            }
            for name, what in ((READ, "read"), (IMPORT, "import")):
                times[name], grew = read([reader, what, deck], home)
                if n_round > 0:
                    grown[name].append(grew)
            if n_round > 0:
                for name, took in times.items():
                    measured[name].append(took)

    print_table(f"A deck of {N_PAGES} pages as PDF", "ms", measured, TEXT)

    def median_ratio(name, start):
        return statistics.median(
            took / (whole - start * empty)
            for took, whole, empty in zip(measured[name], measured[TEXT], measured[START]))

    print()
    print_verdict("reading / pdftotext -layout", median_ratio(READ, 0), 2)
    print_verdict("reading / the same without its start", median_ratio(READ, 1), 2, kind="aim")
    print_verdict("up to the preview / pdftotext -layout", median_ratio(IMPORT, 0), 2)
    print_verdict("up to the preview", statistics.median(measured[IMPORT]), 400, " ms", kind="aim")
    print_verdict("memory above idle, reading", statistics.median(grown[READ]), 60, " MB")
    print_verdict("memory above idle, up to the preview", statistics.median(grown[IMPORT]), 60,
                  " MB")


main()
