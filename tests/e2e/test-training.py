# SPDX-License-Identifier: GPL-3.0-or-later
"""Training, by screen reader and keyboard: a drill with one wrong answer returns."""

import json
import os
import pathlib

from desk_user import Failure, Program, main, wait_for

AS_OF = "--as-of=2026-11-22"
PACK = json.loads((pathlib.Path(os.environ["MDG_TEST_SRCDIR"]) / "data/guide/pack.json")
                  .read_text(encoding="utf-8"))
SITUATIONS = {situation["id"]: situation for situation in PACK["situations"]}
DRILLS = [drill for drill in PACK["drills"]
          if (drill.get("valid_from") or "0") <= "2026-11-22" <= (drill.get("valid_until") or "9")]
FACTS = ("age", "visit", "brought", "shows")
RETURN_AFTER = 3


def open_training(program):
    program.key("Ctrl+7")
    program.find("label", "Who Trains")


def add_name(program, name):
    program.press("Add a Name", role=("button", "push button"))
    entry = wait_for("the name's entry", lambda: next(
        (node for node in program.find_all(("text", "entry", "text box"))
         if node.get_editable_text_iface() is not None), None))
    program.type_into(entry, name)
    program.press("Save")
    program.find(contains=name)


def labels(program):
    return {node.get_name() for node in program.find_all("label")}


def the_drill(program):
    """The drill whose patient stands at the desk, told by what is on the screen alone."""
    def look():
        seen = labels(program)
        found = [drill for drill in DRILLS
                 if all(drill[fact]["en"] in seen or len(drill[fact]["en"]) == 1 for fact in FACTS)]
        # A patient of whom less is told is a part of one of whom more is told.
        found.sort(key=lambda drill: sum(len(drill[fact]["en"]) for fact in FACTS))
        return found[-1] if found else None
    return wait_for("a drill of the pack", look)


def node_on(id, day="2026-11-22"):
    return next(node for node in PACK["questions"] if node["id"] == id
                and (node.get("valid_from") or "0") <= day <= (node.get("valid_until") or "9"))


def right_answers(drill):
    """The names of the right buttons, in order."""
    answers = [SITUATIONS[drill["situation"]]["title"]["en"]]
    node = SITUATIONS[drill["situation"]]["start"]
    for step in drill["path"]:
        choice = next(choice for choice in node_on(node)["choices"] if choice["id"] == step)
        answers.append(choice["text"]["en"])
        node = choice["next"]
    return answers


def choices(program):
    """The large buttons, which say by which key they are pressed."""
    return [node for node in program.find_all(("button", "push button"))
            if "Next" not in (node.get_name() or "") and (node.get_name() or "")]


def play(program, wrong_first=False):
    """Plays the drill on the screen with the keyboard, and stays at its last answer."""
    drill = the_drill(program)
    titles = {situation["title"]["en"] for situation in PACK["situations"]}
    for step, right in enumerate(right_answers(drill)):
        button = program.find(("button", "push button"), right)
        if step == 0 and wrong_first:
            wrong = next(node for node in choices(program)
                         if node.get_name() in titles and node.get_name() != right)
            program.act(wrong)
            program.find("heading", "Not Right")
            program.find("label", right)
            program.find("label", "Why")
            program.find("label", "Sources")
        else:
            program.act(button)
            program.find("heading", "Right")
        if step < len(drill["path"]):
            program.key("Return")
    program.find(contains=drill["why"]["en"])
    return drill["id"]


def a_wrong_drill_returns():
    with Program(AS_OF) as program:
        program.skip_first_start()
        open_training(program)
        add_name(program, "KT")
        program.tab_to("Quick Quiz", "list item")
        program.key("Return")
        program.find("heading", "Which situation is this?")
        program.find("label", "0 of 10 done")

        played = [play(program, wrong_first=True)]
        for _ in range(RETURN_AFTER + 1):
            program.key("Return")
            played.append(play(program))
        program.find("label", "Once more")
        if played[-1] != played[0] or played[0] in played[1:-1]:
            raise Failure(f"the wrong drill did not return after {RETURN_AFTER} others: {played}")
        program.key("Return")
        program.find("label", "4 of 10 done")


def an_answer_survives_a_power_cut():
    with Program(AS_OF) as program:
        program.skip_first_start()
        open_training(program)
        add_name(program, "KT")
        program.tab_to("Quick Quiz", "list item")
        program.key("Return")
        program.find("heading", "Which situation is this?")
        play(program)
        program.key("Return")
        drill = the_drill(program)
        program.act(program.find(("button", "push button"), right_answers(drill)[0]))
        # Once it is said to be right, it is kept.
        program.find("heading", "Right")
        program.kill()

        program.start()
        open_training(program)
        program.find("list item", contains="Go On: Quick Quiz")
        program.sees("1 of 10 asked")
        program.tab_to("Go On: Quick Quiz", "list item")
        program.key("Return")
        if drill["path"]:
            program.sees("Question 2 of")
        if the_drill(program)["id"] != drill["id"] and drill["path"]:
            raise Failure("it goes on with another drill")


def digits_choose_and_a_record_is_kept():
    with Program(AS_OF) as program:
        program.skip_first_start()
        open_training(program)
        add_name(program, "KT")
        program.tab_to("Quick Quiz", "list item")
        program.key("Return")
        program.find("heading", "Which situation is this?")
        program.key("1")
        wait_for("a verdict", lambda: program.find_all("heading", "Right")
                 or program.find_all("heading", "Not Right"))
        program.key("Alt+Left")
        program.find("label", "Who Trains")
        program.tab_to("Training Record", "list item")
        program.key("Return")
        program.find("label", "By Case")
        program.find("label", "Boxes")
        program.find(contains="Save as CSV")


main([
    a_wrong_drill_returns,
    an_answer_survives_a_power_cut,
    digits_choose_and_a_record_is_kept,
])
