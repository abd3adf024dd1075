# SPDX-License-Identifier: GPL-3.0-or-later
"""The table by prefecture, from a look to the clipboard, by screen reader and keyboard."""

import csv
import os

from desk_user import Program, main, wait_for
from tables import AS_OF, column_titles, focus_rows

NAME_COLUMN = 2


class Exported:
    """The table by prefecture as the command line writes it."""

    def __init__(self, program, *options):
        path = os.path.join(program.home, "table.csv")
        done = program.run_command(f"--export-table={path}", *options)
        assert done.returncode == 0, done.stderr
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        self.title = lines[0][0]
        self.rows = [line for line in lines[2:] if len(line) == len(lines[1])]


def as_shown(row):
    """What the cells of an exported row say on screen, without their marks."""
    rank, before, name, rate, part, whole = row
    return [rank or "–", f"({before})" if before else "–", name, f"{rate}%", f"{int(part):,}", f"{int(whole):,}"]


def area_rows(program):
    """The rows of the table by prefecture, without its headings."""
    table = program.find("tree table", "Figures by prefecture")
    return program.find_all("table row", within=table)[1:]


def cells(row):
    return [row.get_child_at_index(i).get_name().lstrip("*‡†") for i in range(row.get_child_count())]


def toggle_in_columns(program, name):
    program.tab_to("Columns")
    program.key("space")
    program.tab_to(name, "check box")
    program.key("space", "Escape")


def prefectures_are_as_the_ministry_prints_them():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+4")
        exported = Exported(program)
        program.sees(exported.title)
        assert cells(area_rows(program)[0]) == as_shown(exported.rows[0]), cells(area_rows(program)[0])

        # The sum of three is that of their counts.
        focus_rows(program)
        program.key("Shift+Down", "Shift+Down")
        program.sees("3 prefectures chosen, together:")
        part, whole = (sum(int(row[column]) for row in exported.rows[:3]) for column in (4, 5))
        program.sees(f"{part:,}")
        program.sees(f"{whole:,}")
        program.sees(f"{100 * part / whole:.2f}%")
        program.key("Ctrl+c")
        program.sees("3 rows copied")


def prefectures_have_other_columns_and_totals():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+4")
        program.find("tree table", "Figures by prefecture")
        assert "Change" not in column_titles(program)
        toggle_in_columns(program, "Change")
        wait_for("the column Change", lambda: "Change" in column_titles(program))
        toggle_in_columns(program, "Change")
        wait_for("the column Change to go", lambda: "Change" not in column_titles(program))

        toggle_in_columns(program, "Group by Region, with Totals")
        exported = Exported(program, "--by-region")
        total = wait_for("a total", lambda: next(
            (row for row in area_rows(program) if row.get_name() == exported.rows[0][NAME_COLUMN]), None))
        assert total.get_name().endswith(", total")
        assert cells(total) == as_shown(exported.rows[0]), cells(total)


main([
    prefectures_are_as_the_ministry_prints_them,
    prefectures_have_other_columns_and_totals,
])
