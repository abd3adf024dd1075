# SPDX-License-Identifier: GPL-3.0-or-later
"""The front desk, by screen reader and keyboard: procedures, checklists, outreach."""

import json
import os
import pathlib

from desk_user import Program, main

AS_OF = "--as-of=2025-11-20"
PACK = json.loads((pathlib.Path(os.environ["MDG_TEST_SRCDIR"]) / "data/guide/pack.json")
                  .read_text(encoding="utf-8"))
FIRST_FIVE = [situation for situation in PACK["situations"] if situation["group"] == "frequent"]


def five_most_frequent_cases_reach_an_outcome():
    assert len(FIRST_FIVE) == 5
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        for number, situation in enumerate(FIRST_FIVE, 1):
            program.find("button", contains=situation["title"]["en"])
            # The key of the situation, then always the first answer: three choices at the most.
            program.key(str(number))
            for _ in range(2):
                if program.find_all("label", "Say to the Patient"):
                    break
                program.key("1")
            program.find("label", "Say to the Patient", patience=5)
            program.find("label", "Charge")
            program.find("label", "Sources")
            program.press("Next Patient")


def a_fault_shows_our_contacts():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[2]["title"]["en"])
        program.key("3")
        for _ in range(3):
            if program.find_all("label", "Say to the Patient"):
                break
            program.key("1")
        program.find(contains="Our Contacts")


def back_returns_to_the_question():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.key("1")
        program.find("heading", "Where does the ● stand?")
        program.key("1")
        program.find("label", "Say to the Patient")
        program.key("Alt+Left")
        program.find("heading", "Where does the ● stand?")


def a_checked_item_survives_a_power_cut():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+6")
        program.find("list item", contains="Reader check")
        program.tab_to("Reader check")
        program.key("Return")
        program.find("label", "0 of 11")
        program.tab_to("Another card was tried", "check box")
        program.key("space")
        # The progress is shown when the store has confirmed, not before.
        program.find("label", "1 of 11")
        program.kill()
        program.start()
        program.key("Ctrl+6")
        program.find(contains="1 of 11")


def outreach_is_filtered():
    planned = [item for item in PACK["outreach"] if item["state"] == "planned"]
    assert len(planned) == 4
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+8")
        page = program.find("grouping", "Outreach")
        entry = next(node for node in program.find_all(within=page)
                     if node.get_editable_text_iface() is not None)
        program.find(contains="20 of 20")
        program.type_into(entry, "Yahoo")
        program.find(contains="1 of 20")


main([
    five_most_frequent_cases_reach_an_outcome,
    a_fault_shows_our_contacts,
    back_returns_to_the_question,
    a_checked_item_survives_a_power_cut,
    outreach_is_filtered,
])
