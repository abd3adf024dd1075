# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of all figures, from a search to the clipboard, by screen reader and keyboard."""

from desk_user import Atspi, Program, main, wait_for
from tables import AS_OF, column_titles, focus_rows, show_all_figures

FUKUSHIMA = "ふくしま 2025-10 usage_rate_online"


def open_table(program):
    program.skip_first_start()
    show_all_figures(program)


def narrow(program, query):
    table = program.find("grouping", "Table")
    entry = next(n for n in program.find_all(within=table) if n.get_editable_text_iface() is not None)
    program.type_into(entry, query)


def is_checked(node):
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


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
    rows_are_selected_and_copied,
    columns_are_chosen_by_keyboard,
    selection_can_be_saved,
])
