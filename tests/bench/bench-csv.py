# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading tables of 100,000 rows as CSV: this program's own export and an office's long table.

Each is imported in a process of its own, up to what the preview shows, beside the sqlite3 shell
storing the same file in memory without any check.

Usage: bench-csv.py FILE-READ [ROUNDS]
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Home, print_table, print_verdict, require, timed_run

SQLITE_TIDY = "sqlite3 .import, the export"
SQLITE_LONG = "sqlite3 .import, the long table"
TIDY = "an export, up to the preview"
LONG = "a long table, up to the preview"
N_ROWS = 100000
TYPES = ("hospital", "medical_clinic", "dental_clinic", "pharmacy")
TYPE_NAMES = ("病院", "医科診療所", "歯科診療所", "薬局")
NAMES = ("北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,東京都,神奈川県,新潟県,富山県,石川県,福井県,山梨県,"
         "長野県,岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,奈良県,和歌山県,鳥取県,島根県,岡山県,広島県,山口県,徳島県,香川県,愛媛県,"
         "高知県,福岡県,佐賀県,長崎県,熊本県,大分県,宮崎県,鹿児島県,沖縄県").split(",")


def cells():
    """Month, prefecture and facility type of one row after the other, each combination once."""
    for index in range(N_ROWS):
        kind, rest = index % 4, index // 4
        area, month = rest % 47, rest // 47
        yield 2015 + month // 12, month % 12 + 1, area, kind, 100000 + 7 * index


def write_tidy(path):
    with path.open("w", encoding="utf-8") as out:
        out.write("month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,"
                  "precision,edition,page\n")
        for year, month, area, kind, count in cells():
            out.write(f"{year}-{month:02},,{area + 1:02},{NAMES[area]},{TYPES[kind]},mnc_count,"
                      f"{count},count,online,printed,exact,bench,\n")


def write_long(path):
    with path.open("w", encoding="utf-8") as out:
        out.write("年月,都道府県,施設類型,MNC利用件数,オン資件数\n")
        for year, month, area, kind, count in cells():
            out.write(f"{year}年{month}月,{NAMES[area]},{TYPE_NAMES[kind]},\"{count:,}\","
                      f"\"{3 * count:,}\"\n")


def read(command, home):
    """Milliseconds, and the MB by which the process grew."""
    result = subprocess.run(command, env=home.environment(), capture_output=True, text=True,
                            check=False)
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    took, grew = (float(word) for word in result.stdout.split())
    return took, grew


def main():
    reader = sys.argv[1]
    n_rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    require("sqlite3")

    with tempfile.TemporaryDirectory(prefix="bench-csv-") as folder:
        home = Home(f"{folder}/home")
        tidy = Path(folder, "tidy.csv")
        long = Path(folder, "long.csv")
        write_tidy(tidy)
        write_long(long)

        measured = {name: [] for name in (SQLITE_TIDY, SQLITE_LONG, TIDY, LONG)}
        # The first time the files are not in memory, and is not counted.
        for n_round in range(n_rounds + 1):
            times = {}
            for name, other, path in ((TIDY, SQLITE_TIDY, tidy), (LONG, SQLITE_LONG, long)):
                times[other] = timed_run(["sqlite3", ":memory:", f".import --csv {path} t"], home)
                times[name], _ = read([reader, "import", path], home)
            if n_round > 0:
                for name, took in times.items():
                    measured[name].append(took)

    print_table(f"Tables of {N_ROWS:,} rows as CSV", "ms", measured, SQLITE_TIDY)
    print()
    for name, other in ((TIDY, SQLITE_TIDY), (LONG, SQLITE_LONG)):
        ratio = statistics.median(a / b for a, b in zip(measured[name], measured[other]))
        print_verdict(f"{name} / {other}", ratio, 2)
        print_verdict(name, statistics.median(measured[name]), 300, " ms", kind="aim")


main()
