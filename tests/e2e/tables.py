# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does in both tables."""

from desk_user import Failure

AS_OF = "--as-of=2025-11-20"


def show_all_figures(program):
    """Goes to the page, and from the table by prefecture to that of all figures."""
    program.key("Ctrl+4")
    program.find("grouping", "Table")
    program.tab_to("By Prefecture", "page tab")
    program.key("Right", "space")
    program.find("tree table", "Figures")


def focus_rows(program):
    """Goes to the first row by keyboard, which selects it."""
    for _ in range(40):
        node = program.focused()
        if node is not None and node.get_role_name() in ("table row", "table cell", "row header", "cell"):
            program.key("End", "Home")
            return
        program.key("Tab")
    raise Failure("Tab does not reach the rows")


def column_titles(program):
    """The row of headings, which comes before all others."""
    rows = program.find_all("table row")
    return rows[0].get_name() if rows else ""
