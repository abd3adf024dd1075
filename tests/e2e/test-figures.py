# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole flows through the pages of figures, by screen reader and keyboard."""

from desk_user import Atspi, Program, main, wait_for
from tables import show_all_figures

AS_OF = "--as-of=2025-11-20"


def is_selected(node):
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


def selected_area(program):
    for node in program.find_all(within=program.find(contains="Map of Japan")):
        if is_selected(node) and node.get_name():
            return node.get_name()
    return None


def tab_to_map(program):
    for _ in range(30):
        program.key("Tab")
        node = program.focused()
        if node is not None and (node.get_name() or "").startswith("Map of Japan"):
            return
        parent = node.get_parent() if node is not None else None
        if parent is not None and (parent.get_name() or "").startswith("Map of Japan"):
            return
    raise AssertionError("Tab does not reach the map")


def first_start_can_be_skipped():
    with Program(AS_OF) as program:
        program.find("dialog", "Welcome")
        program.skip_first_start()
        program.sees("37.14%")
        program.sees("October 2025 · online basis")
        # The other basis stands apart and names itself.
        program.sees("44.40%")
        program.sees("September 2025 · claims basis")


def every_page_opens_by_keyboard():
    with Program(AS_OF) as program:
        program.skip_first_start()
        for number, title in enumerate(("Overview", "Map", "Prefecture", "Table"), 1):
            program.key(f"Ctrl+{number}")
            program.find("grouping", title)

        menu = program.find(name="Main Menu")
        assert not program.find_all("menu item", within=menu)
        program.key("F10")
        wait_for("the main menu", lambda: len(program.find_all("menu item", within=menu)) == 6)
        program.key("Escape")
        wait_for("the main menu to close",
                 lambda: not program.find_all("menu item", within=menu))


def map_is_walked_by_keyboard():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+2")
        program.find(contains="Map of Japan")
        tab_to_map(program)
        program.key("Home")
        wait_for("Fukui, the first by rank", lambda: selected_area(program) == "Fukui")
        program.key("End")
        wait_for("Okinawa, the last by rank", lambda: selected_area(program) == "Okinawa")
        # The list beside the map follows.
        row = program.find("table row", contains="Okinawa")
        assert "23.96" in row.get_name(), row.get_name()
        # Typing a name jumps.
        program.key("t", "o", "k", "y")
        wait_for("Tokyo, by typing", lambda: selected_area(program) == "Tokyo")
        program.key("Up")
        wait_for("a neighbour to the north", lambda: selected_area(program) in ("Saitama",))
        program.key("Return")
        program.find("grouping", "Prefecture")
        program.sees("36.55")


def table_is_searched():
    with Program(AS_OF) as program:
        program.skip_first_start()
        show_all_figures(program)
        entry = next(n for n in program.find_all(within=program.find("grouping", "Table"))
                     if n.get_editable_text_iface() is not None)
        program.type_into(entry, "ふくしま 2025-10 usage_rate_online")
        program.find("table row", contains="42.93")
        wait_for("only the five rows", lambda: len(program.find_all("table row", contains="Fukushima")) == 5)
        program.type_into(entry, "no such thing")
        program.sees("No Figures Found")
        program.press("Show All Figures")
        program.sees_not("No Figures Found")


main([
    first_start_can_be_skipped,
    every_page_opens_by_keyboard,
    map_is_walked_by_keyboard,
    table_is_searched,
])
