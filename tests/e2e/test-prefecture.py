# SPDX-License-Identifier: GPL-3.0-or-later
"""One prefecture, read by ear and held against the program's own export."""

import re

from desk_user import Program, main, wait_for
from figures import AS_OF, CODE, TYPES, Export, open_tokyo


def describe(program, list_name, row_name):
    """What a row of a list says besides its name, spoken with plain blanks."""
    rows = program.find_all("list item", within=program.find("list", list_name), showing=False)
    row = next(row for row in rows if row.get_name().startswith(row_name))
    return row.get_description().replace("\N{NO-BREAK SPACE}", " ")


def headline_and_types_are_the_export():
    with Program(AS_OF) as program:
        table = open_tokyo(program)
        export = Export(program)
        card = program.find("grouping", "Tokyo")
        said = [node.get_name() for node in program.find_all("label", within=card)]
        change = export.get(CODE, "all", "change_points")
        assert f"{export.get(CODE, 'all', 'usage_rate_online')}%" in said, said
        assert f"+{change}\N{NO-BREAK SPACE}pt since September 2025" in said, (change, said)
        nation = [node.get_name() for node in
                  program.find_all("label", within=program.find("grouping", "The Nation"))]
        assert f"{export.get('00', 'all', 'usage_rate_online')}%" in nation, nation
        rank = [node.get_name() for node in
                program.find_all("label", within=program.find("grouping", "Rank of All Facilities"))]
        assert f"{export.get(CODE, 'all', 'rank')}th" in rank, rank

        rows = [row.get_name() for row in
                program.find_all("table row", within=table, showing=False)][1:]
        assert len(rows) == len(TYPES), rows
        for (facility_type, label), row in zip(TYPES.items(), rows):
            rate = export.get(CODE, facility_type, "usage_rate_online")
            rank = export.get(CODE, facility_type, "rank")
            before = export.get(CODE, facility_type, "rank_previous") or "–"
            nation = export.get("00", facility_type, "usage_rate_online")
            with_card = f"{export.count(CODE, facility_type, 'mnc_count'):,}"
            whole = f"{export.count(CODE, facility_type, 'verification_count'):,}"
            pattern = (rf"{label} {rate} \S+ {rank} {before} {nation} \S+ "
                       rf"Verified {with_card} {whole}")
            assert re.fullmatch(pattern, row), (pattern, row)
            said = describe(program, "Comparison", label)
            assert said.startswith(f"Tokyo {rate}% · Japan {nation}% · Kanto "), said


def gains_are_the_least_that_do():
    """One verification fewer would not have done, by the exported counts."""
    with Program(AS_OF) as program:
        open_tokyo(program)
        export = Export(program)
        said = re.fullmatch(r"([\d,]+) more with the card give rank (\d+)(?:st|nd|rd|th)",
                            describe(program, "What There Is to Gain", "Next Rank"))
        more, rank = int(said[1].replace(",", "")), int(said[2])
        assert rank == int(export.get(CODE, "all", "rank")) - 1, rank
        assert export.rank_with(CODE, more) == rank
        assert export.rank_with(CODE, more - 1) == rank + 1

        said = re.match(r"([\d,]+) more with the card give rank (\d+)",
                        describe(program, "What There Is to Gain", "National Rate"))
        more, rank = int(said[1].replace(",", "")), int(said[2])
        assert rank == export.rank_with(CODE, more)
        part, whole = (sum(export.count(area, "all", measure) for area in export.prefectures())
                       for measure in ("mnc_count", "verification_count"))
        own = export.count(CODE, "all", "mnc_count")
        own_whole = export.count(CODE, "all", "verification_count")
        assert (own + more) * whole >= part * own_whole > (own + more - 1) * whole, more


def neighbours_are_chosen_by_keyboard():
    with Program(AS_OF) as program:
        open_tokyo(program)
        export = Export(program)
        program.tab_to("Neighbours", "toggle button")
        program.key("space")
        program.find("check box", "Chiba")
        program.key("o", "k", "i", "n")
        wait_for("only Okinawa", lambda: len(program.find_all("check box")) == 1)
        program.key("Tab", "space")
        rate = export.get("47", "pharmacy", "usage_rate_online")
        wait_for("Okinawa in the comparison", lambda: f"Okinawa {rate}%" in
                 describe(program, "Comparison", "Pharmacies"))
        program.key("Escape")
        # It is kept, and offered again.
        program.stop()
        program.start()
        program.key("Ctrl+3")
        program.find("tree table", "Facility Types")
        assert "Okinawa" in describe(program, "Comparison", "Hospitals")


main([
    headline_and_types_are_the_export,
    gains_are_the_least_that_do,
    neighbours_are_chosen_by_keyboard,
])
