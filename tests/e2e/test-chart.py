# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart, by keys and by ear: its points, its table, its copy and its files."""

import os

from desk_user import Atspi, Ear, Program, main, text_of, wait_for
from figures import AS_OF, CODE, TYPES, Export, open_tokyo

CHART = "Usage Rate by Facility Type"
# What the keys of the chart's menu save: the ending, and what the file begins with.
SAVED = {
    "n": ("png", b"\x89PNG"),
    "d": ("csv", b"\xef\xbb\xbf"),
}


def open_menu(program):
    """Opens the menu of the chart. GTK tells no names of its entries, so keys have to choose."""
    card = program.find("grouping", CHART)
    program.tab_to(f"Menu of “{CHART}”", "toggle button")
    program.key("space")
    wait_for("the menu with the focus", lambda: is_open(program.find_all("menu item", within=card)))
    return card


def is_open(entries):
    """The menu is made when it is asked for, and takes keys once an entry has the focus."""
    return len(entries) == 8 and any(
        entry.get_state_set().contains(Atspi.StateType.FOCUSED) for entry in entries)


def points_say_their_values():
    with Program(AS_OF) as program:
        open_tokyo(program)
        export = Export(program)
        ear = Ear()
        program.tab_to(f"Menu of “{CHART}”", "toggle button")
        program.key("Tab")
        assert program.focused().get_name() == CHART, program.focused().get_name()
        for facility_type, label in TYPES.items():
            program.key("Down")
            rate = export.get(CODE, facility_type, "usage_rate_online")
            heard = wait_for(f"the point of {label}", lambda: ear.heard(label))
            assert f"{rate}%" in heard, heard


def table_view_is_what_is_copied():
    """The table of the chart and its copy on the clipboard have the same cells: the export's."""
    with Program(AS_OF) as program:
        open_tokyo(program)
        export = Export(program)
        card = open_menu(program)
        program.key("t")
        rows = wait_for("the table of the chart", lambda: [
            row.get_name() for row in program.find_all("table row", within=card)])
        open_menu(program)
        program.key("c")
        program.sees("Data copied")
        lines = paste(program)
        # A row says no empty cells.
        assert [" ".join(line.split()) for line in lines] == rows, (lines, rows)
        for facility_type, label in TYPES.items():
            rate = export.get(CODE, facility_type, "usage_rate_online")
            assert any(label in line and f"{rate}%" in line for line in lines), (label, rate, lines)


def paste(program):
    """What is on the clipboard, line by line, by pasting it where a text can be written."""
    program.key("Ctrl+4", "Ctrl+f", "Ctrl+v")
    entry = program.focused()
    text = wait_for("the pasted text", lambda: text_of(entry))
    program.key("Ctrl+3")
    return text.splitlines()


def entries_of_the_menu_save():
    with Program(AS_OF) as program:
        open_tokyo(program)
        for number, (key, (ending, beginning)) in enumerate(SAVED.items()):
            open_menu(program)
            program.key(key)
            dialog = program.find("dialog", "Save")
            entry = program.find("text", "Name:", within=dialog)
            wait_for("a name", lambda: text_of(entry).endswith("." + ending))
            assert text_of(entry).startswith(CHART), text_of(entry)
            name = f"chart-{number}.{ending}"
            path = os.path.join(program.home, name)
            program.type_into(entry, path)
            program.press("Save", within=dialog)
            program.sees(f"Saved as {name}")
            with open(path, "rb") as file:
                content = file.read()
            assert content.startswith(beginning), content[:20]
        assert "Hospitals" in content.decode("utf-8-sig"), content


main([
    points_say_their_values,
    table_view_is_what_is_copied,
    entries_of_the_menu_save,
])
