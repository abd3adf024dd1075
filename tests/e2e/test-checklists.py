# SPDX-License-Identifier: GPL-3.0-or-later
"""Checklists, by keyboard and screen reader, and with the power cut."""

from desk_user import Program, main, wait_for

AS_OF = "--as-of=2025-11-20"
N_KILLS = 5
ITEMS = [
    "The card was taken out of its case",
    "Another card was tried",
    "Power and lamps of the network device",
    "The cables of the network device",
    "Power and screen of the terminal",
]


def open_checklists(program):
    program.key("Ctrl+6")
    program.find(contains="Begin a Checklist")


def begin_reader_check(program):
    open_checklists(program)
    program.find("list item", contains="Reader check")
    program.tab_to("Reader check")
    program.key("Return")
    program.find("label", "0 of 11")


def a_run_is_worked_through_by_keyboard():
    with Program(AS_OF) as program:
        program.skip_first_start()
        begin_reader_check(program)
        program.tab_to(ITEMS[0], "check box")
        program.key("space")
        program.find("label", "1 of 11")
        program.sees("Saved")

        # From tick to tick with the arrows; N asks why, and nothing is stored before that is said.
        program.key("Down")
        node = program.focused()
        assert node.get_name().startswith(ITEMS[1]), node.get_name()
        program.key("n")
        wait_for("the reason to be asked for", lambda: program.focused() is not None
                 and program.focused().get_name() == "Why It Does Not Apply")
        program.find("label", "1 of 11")
        program.key("o", "n", "l", "y", "Return")
        program.find("label", "2 of 11")
        program.find("check box", f"{ITEMS[1]}, Not applicable, only")

        program.key("Ctrl+z")
        program.find("label", "1 of 11")


def a_run_is_finished_and_reopened():
    with Program(AS_OF) as program:
        program.skip_first_start()
        begin_reader_check(program)
        program.tab_to(ITEMS[0], "check box")
        program.key("space")
        program.find("label", "1 of 11")
        program.press("Finish")
        program.sees("Finished; 10 are still open")
        program.press("Reopen…")
        dialog = program.find("alert", "Reopen This Run?")
        program.type_into(program.find("text", "Why It Is Reopened"), "A lamp was forgotten")
        program.press("Reopen", within=dialog)
        program.find(contains="Your Initials")
        program.sees("A lamp was forgotten")
        for event in ("Begun", f"Done: {ITEMS[0]}", "Finished", "Reopened"):
            program.sees(event)

        # It is all there another time.
        program.stop()
        program.start()
        open_checklists(program)
        program.tab_to("Reader check")
        program.key("Return")
        program.sees("A lamp was forgotten")


def what_was_shown_as_saved_survives_a_power_cut():
    with Program(AS_OF) as program:
        program.skip_first_start()
        for number in range(N_KILLS):
            if number == 0:
                begin_reader_check(program)
            else:
                open_checklists(program)
                program.find(contains=f"{number} of 11")
                program.tab_to("Reader check")
                program.key("Return")
                program.find("label", f"{number} of 11")
            program.tab_to(ITEMS[number], "check box")
            program.key("space")
            program.find("label", "Saved")
            program.kill()
            program.start()
        open_checklists(program)
        program.find(contains=f"{N_KILLS} of 11")


main([
    a_run_is_worked_through_by_keyboard,
    a_run_is_finished_and_reopened,
    what_was_shown_as_saved_survives_a_power_cut,
])
