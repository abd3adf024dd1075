# SPDX-License-Identifier: GPL-3.0-or-later
"""The front desk, by screen reader and keyboard: procedures, checklists, outreach."""

import json
import os
import pathlib
import re

from desk_user import Program, main, wait_for

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


def a_killed_program_resumes_within_ten_minutes():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.key("1", "1")
        program.find("label", "Say to the Patient")
        program.kill()

        program.start()
        program.find("label", "Say to the Patient")
        program.sees("Resumed where you were")
        # The path is there too, and leads back.
        program.key("Alt+Left")
        program.find("heading", "Where does the ● stand?")
        program.key("1")
        program.press("Next Patient")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.stop()

        # The next patient's list is nothing to resume.
        program.start()
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        assert not program.find_all("label", "Say to the Patient")


def an_old_walk_is_deleted_at_the_next_start():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.key("1")
        program.find("heading", "Where does the ● stand?")
        program.kill()

        state = pathlib.Path(program.home) / "state/madoguchi/state.ini"
        text = state.read_text(encoding="utf-8")
        assert "black-dot" in text, text
        # As it would be had the program lain still for eleven minutes.
        touched = re.search(r", (\d{10}), 'black-dot'", text)
        state.write_text(text.replace(touched.group(1), str(int(touched.group(1)) - 660)),
                         encoding="utf-8")
        program.start()
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        wait_for("the old walk to be deleted",
                 lambda: "black-dot" not in state.read_text(encoding="utf-8"))


def open_log(program):
    menu = program.find(name="Menu of the Front Desk")
    program.act(program.find("toggle button", within=menu, contains=""))
    # Items of GTK's menus have no names of their own: the log is the last one.
    program.act(program.find_all("menu item", within=menu, showing=False)[-1])
    return program.find("dialog", "Desk Log")


def the_log_counts_what_it_was_switched_on_for():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.key("1", "1")
        program.press("Next Patient")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])

        open_log(program)
        program.sees("Nothing Noted Yet")
        program.sees("Nothing about the patient")
        program.tab_to("Keep a Desk Log")
        program.key("space", "Escape")
        program.sees_not("Nothing Noted Yet")

        for digit in ("1", "2"):
            program.key("1", digit)
            program.press("Next Patient")
            program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        open_log(program)
        # Two since it was switched on, not the one before.
        program.sees("Cases in All")
        program.find("label", "2")


def a_sentence_is_shown_large():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.find("button", contains=FIRST_FIVE[0]["title"]["en"])
        program.key("1", "1")
        program.press("Show Large")
        window = program.find(("frame", "window"), "For the Patient")
        outcome = next(outcome for outcome in PACK["outcomes"] if outcome["id"] == "out-dot-name")
        program.find(contains=outcome["say"]["en"], within=window)
        program.key("minus", "Escape")
        wait_for("the window to close",
                 lambda: not program.find_all(("frame", "window"), "For the Patient"))
        program.find("label", "Say to the Patient")


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
    a_killed_program_resumes_within_ten_minutes,
    an_old_walk_is_deleted_at_the_next_start,
    the_log_counts_what_it_was_switched_on_for,
    a_sentence_is_shown_large,
    a_fault_shows_our_contacts,
    back_returns_to_the_question,
    a_checked_item_survives_a_power_cut,
    outreach_is_filtered,
])
