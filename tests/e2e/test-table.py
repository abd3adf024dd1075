# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables, from a look to the clipboard, by screen reader and keyboard."""

import csv
import os

from desk_user import Atspi, Failure, Program, main, wait_for

AS_OF = "--as-of=2025-11-20"
NAME_COLUMN = 2
FUKUSHIMA = "ふくしま 2025-10 usage_rate_online"


def open_table(program):
    """Goes to the page, and from the table by prefecture to that of all figures."""
    program.skip_first_start()
    program.key("Ctrl+4")
    program.find("grouping", "Table")
    program.tab_to("By Prefecture", "page tab")
    program.key("Right", "space")
    program.find("tree table", "Figures")


def narrow(program, query):
    table = program.find("grouping", "Table")
    entry = next(n for n in program.find_all(within=table) if n.get_editable_text_iface() is not None)
    program.type_into(entry, query)


def focus_rows(program):
    """Goes to the first row by keyboard, which selects it."""
    for _ in range(40):
        node = program.focused()
        if node is not None and node.get_role_name() in ("table row", "table cell", "row header", "cell"):
            program.key("End", "Home")
            return
        program.key("Tab")
    raise Failure("Tab does not reach the rows")


def is_checked(node):
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def column_titles(program):
    """The row of headings, which comes before all others."""
    rows = program.find_all("table row")
    return rows[0].get_name() if rows else ""


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


def choose_in_columns(program, *keys):
    """Opens the menu of columns. GTK tells no names of its entries, so keys have to choose."""
    program.tab_to("Columns")
    program.key("space", *keys)


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
        choose_in_columns(program, "Down", "Return")
        wait_for("the column Change", lambda: "Change" in column_titles(program))
        choose_in_columns(program, "Down", "Return")
        wait_for("the column Change to go", lambda: "Change" not in column_titles(program))

        choose_in_columns(program, "g")
        exported = Exported(program, "--by-region")
        total = wait_for("a total", lambda: next(
            (row for row in area_rows(program) if row.get_name() == exported.rows[0][NAME_COLUMN]), None))
        assert total.get_name().endswith(", total")
        assert cells(total) == as_shown(exported.rows[0]), cells(total)


def rows_are_selected_and_copied():
    with Program(AS_OF) as program:
        open_table(program)
        narrow(program, FUKUSHIMA)
        program.sees("5 of ")
        focus_rows(program)
        program.sees("· 1 selected")
        program.key("Shift+Down", "Shift+Down")
        program.sees("· 3 selected")
        program.key("Ctrl+c")
        program.sees("3 rows copied")
        program.key("Ctrl+a")
        program.sees("· 5 selected")
        # A search that hides them says nothing of them; afterwards they are selected as before.
        narrow(program, "no such thing")
        program.sees("No Figures Found")
        narrow(program, FUKUSHIMA)
        program.sees("· 5 selected")


def columns_are_chosen_by_keyboard():
    with Program(AS_OF) as program:
        open_table(program)
        narrow(program, FUKUSHIMA)
        wait_for("the column Basis", lambda: "Basis" in column_titles(program))
        program.tab_to("Columns")
        program.key("space")
        check = program.tab_to("Basis", "check box")
        assert is_checked(check)
        program.key("space")
        wait_for("the check to go", lambda: not is_checked(check))
        program.key("Escape")
        wait_for("the column Basis to go", lambda: "Basis" not in column_titles(program))
        assert "Value" in column_titles(program)
        program.stop()
        # What is chosen away stays away.
        program.start()
        program.key("Ctrl+4")
        program.find("grouping", "Table")
        wait_for("the columns", lambda: "Value" in column_titles(program))
        assert "Basis" not in column_titles(program)


def selection_can_be_saved():
    with Program(AS_OF) as program:
        open_table(program)
        narrow(program, FUKUSHIMA)
        program.sees("5 of ")
        focus_rows(program)
        program.key("Shift+Down")
        program.sees("· 2 selected")
        program.key("Ctrl+s")
        dialog = program.find("dialog", "Save Table")
        program.sees("All rows (5)")
        program.sees("Selected rows (2)")
        program.sees("Excel workbook (.xlsx)")
        program.key("Escape")
        wait_for("the dialog to close", lambda: not program.find_all("dialog", "Save Table"))
        assert dialog is not None


main([
    prefectures_are_as_the_ministry_prints_them,
    prefectures_have_other_columns_and_totals,
    rows_are_selected_and_copied,
    columns_are_chosen_by_keyboard,
    selection_can_be_saved,
])
