# SPDX-License-Identifier: GPL-3.0-or-later
"""A training session, by screen reader and keyboard: planned, presented with votes, recorded."""

from desk_user import Program, main

AS_OF = "--as-of=2025-11-20"


def open_sessions(program):
    program.key("Ctrl+7")
    program.find("list item", contains="Train a Group")
    program.tab_to("Train a Group", "list item")
    program.key("Return")
    program.find("button", "New Session")


def plan(program):
    program.press("New Session", "button")
    program.find("button", "Plan")
    entry = program.find(("text", "entry"), contains="Attendees, one name a line")
    program.type_into(entry, "Sato\nSuzuki\nTanaka\n")
    program.press("Plan", "button")
    program.sees("Planned, not presented yet")
    program.sees("3 people: Sato, Suzuki, Tanaka")


def present_scenario(program, number):
    """From the patient to the source; one vote for the first answer, two for the second."""
    program.sees(f"Scenario {number} of 5")
    program.sees("Who is at the desk?")
    program.key("Next")
    question = 1
    while program.find_all(contains=f"· Question {question} of "):
        program.sees("0 of 3 have voted")
        program.key("1", "2", "2")
        program.sees("3 of 3 have voted")
        assert not program.find_all("label", "Right answer")
        program.key("Next")
        program.find("label", "Right answer")
        program.key("Next")
        question += 1
    assert question > 1
    program.sees("Say to the patient")
    program.key("Next")
    program.find(contains="Why?")
    program.key("Next")


def a_session_is_presented_and_recorded():
    with Program(AS_OF) as program:
        program.skip_first_start()
        open_sessions(program)
        plan(program)
        program.press("Present", "button")
        present_scenario(program, 1)
        present_scenario(program, 2)
        program.sees("Scenario 3 of 5")
        program.sees("Saved")
        program.key("Escape")

        # The record has it, in words.
        program.sees_not("Scenario 3 of 5")
        program.sees("Begun ")
        program.press("Finish", "button")
        program.sees("Finished ")
        program.sees("Most of the group was right on ")
        program.find("label", "2 votes")
        program.find("label", "Right answer")
        program.press("All Sessions", "button")
        program.sees("3 people · 5 scenarios")


def a_session_survives_a_power_cut():
    with Program(AS_OF) as program:
        program.skip_first_start()
        open_sessions(program)
        plan(program)
        program.press("Present", "button")
        program.sees("Scenario 1 of 5")
        program.key("Next")
        program.sees("0 of 3 have voted")
        for vote in range(1, 4):
            program.key("1")
            program.sees(f"{vote} of 3 have voted")
        program.sees("Saved")
        program.kill()
        program.start()
        open_sessions(program)
        program.find("list item", contains="20 November 2025")
        program.tab_to("20 November 2025", "list item")
        program.key("Return")
        program.sees("The answer was not shown yet")
        program.find("label", "3 votes")
        program.press("Continue", "button")
        program.sees("3 of 3 have voted")
        program.sees("Scenario 1 of 5")


main([
    a_session_is_presented_and_recorded,
    a_session_survives_a_power_cut,
])
