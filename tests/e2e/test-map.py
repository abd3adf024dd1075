# SPDX-License-Identifier: GPL-3.0-or-later
"""The map, by arrows and by ear."""

import re
from collections import deque

from desk_user import Atspi, Failure, Program, main, wait_for

AS_OF = "--as-of=2025-11-20"
ARROWS = ("Up", "Right", "Down", "Left")
HEARD = re.compile(r"^\d+\.\d\d%, (\d+)(st|nd|rd|th) of 47, .*class (\d) of (\d): [\d.]+–[\d.]+%, \w+")


class Map:
    """The prefectures of one of the maps, as a screen reader finds them."""

    def __init__(self, program, number=0):
        self.program = program
        maps = wait_for("the map", lambda: program.find_all("list", "Map of Japan by prefecture"))
        self.node = maps[number]
        self.items = [self.node.get_child_at_index(i) for i in range(self.node.get_child_count())]
        self.items = [item for item in self.items if item.get_name()]

    def selected(self):
        for item in self.items:
            if item.get_state_set().contains(Atspi.StateType.SELECTED):
                return item.get_name()
        return None

    def enter(self):
        for _ in range(30):
            self.program.key("Tab")
            if any(item.get_state_set().contains(Atspi.StateType.FOCUSED) for item in self.items):
                return
        raise Failure("Tab does not reach the map")

    def press(self, key):
        """Presses a key and returns where that leads, which may be nowhere."""
        self.program.key(key)
        return self.selected()


def open_map(program):
    program.skip_first_start()
    program.key("Ctrl+2")
    program.find(contains="Map of Japan")
    return Map(program)


def way_to_untried(graph, start):
    """The keys to the nearest prefecture with an arrow that was not pressed yet."""
    queue = deque([(start, [])])
    seen = {start}
    while queue:
        name, keys = queue.popleft()
        if len(graph.get(name, {})) < len(ARROWS):
            return keys
        for key, neighbour in graph[name].items():
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append((neighbour, keys + [key]))
    return None


def arrows_alone_reach_all_47():
    with Program(AS_OF) as program:
        shown = open_map(program)
        assert len(shown.items) == 47, len(shown.items)
        shown.enter()
        here = shown.press("Home")
        assert here == "Fukui", here
        graph, visited = {}, {here}
        while len(visited) < 47:
            way = way_to_untried(graph, here)
            if way is None:
                raise Failure(f"arrows reach only {len(visited)}: not "
                              + ", ".join(i.get_name() for i in shown.items if i.get_name() not in visited))
            for key in way:
                here = shown.press(key)
            known = graph.setdefault(here, {})
            key = next(arrow for arrow in ARROWS if arrow not in known)
            known[key] = shown.press(key)
            here = known[key]
            visited.add(here)


def each_says_name_value_rank_and_class():
    with Program(AS_OF) as program:
        shown = open_map(program)
        names, ranks, classes = set(), [], set()
        for item in shown.items:
            heard = HEARD.match(item.get_description())
            assert heard, f"{item.get_name()}: {item.get_description()}"
            names.add(item.get_name())
            ranks.append(int(heard[1]))
            classes.add(int(heard[3]))
            assert heard[4] == "5", item.get_description()
        assert len(names) == 47
        assert min(ranks) == 1 and max(ranks) == 47, sorted(ranks)
        assert classes == {1, 2, 3, 4, 5}, classes
        fukui = next(item for item in shown.items if item.get_name() == "Fukui")
        assert fukui.get_description().startswith("54.71%, 1st of 47"), fukui.get_description()


def home_end_names_enter_and_escape():
    with Program(AS_OF) as program:
        shown = open_map(program)
        shown.enter()
        assert shown.press("Home") == "Fukui"
        assert shown.press("End") == "Okinawa"
        program.key("h", "y", "o")
        wait_for("Hyogo, by typing", lambda: shown.selected() == "Hyogo")
        # The first Escape ends the typing, the second leaves, and what was chosen stays.
        program.key("Escape", "Escape")
        wait_for("the focus to leave the map", lambda: not any(
            item.get_state_set().contains(Atspi.StateType.FOCUSED) for item in shown.items))
        assert shown.selected() == "Hyogo"
        shown.program.key("Shift+Tab")
        wait_for("the focus to come back", lambda: any(
            item.get_state_set().contains(Atspi.StateType.FOCUSED) for item in shown.items))
        program.key("Return")
        program.find("grouping", "Prefecture")


def two_maps_are_compared():
    with Program(AS_OF) as program:
        shown = open_map(program)
        shown.enter()
        program.key("Ctrl+Shift+c")
        first = program.find(contains="First map: ", role="grouping").get_name()
        second = program.find(contains="Second map: ", role="grouping").get_name()
        assert "October 2025" in first, first
        assert "September 2025" in second, second
        other = Map(program, 1)
        assert shown.press("Home") == "Fukui"
        wait_for("the second map to follow", lambda: other.selected() == "Fukui")
        program.sees("Fukui: first map 54.71%, second map 52.22%; first minus second +2.49")
        program.key("Ctrl+Shift+c")
        program.sees_not("Second map: ")


def months_are_chosen_by_keys():
    with Program(AS_OF) as program:
        open_map(program)
        slider = program.tab_to("Month", "slider")
        program.key("Home")
        wait_for("another month", lambda: "October 2025" not in
                 program.find("list", "Map of Japan by prefecture").get_description())
        program.key("End")
        wait_for("the last month", lambda: "October 2025" in
                 program.find("list", "Map of Japan by prefecture").get_description())
        program.key("Left")
        wait_for("the month before", lambda: "September 2025" in
                 program.find("list", "Map of Japan by prefecture").get_description())
        assert slider.get_state_set().contains(Atspi.StateType.FOCUSED)


main([
    arrows_alone_reach_all_47,
    each_says_name_value_rank_and_class,
    home_end_names_enter_and_escape,
    two_maps_are_compared,
    months_are_chosen_by_keys,
])
