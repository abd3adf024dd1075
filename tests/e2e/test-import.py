# SPDX-License-Identifier: GPL-3.0-or-later
"""A deck comes in: shown before it is stored, taken back, handed over by a second instance, killed."""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time

from desk_user import Program, main, wait_for

DECK = pathlib.Path(os.environ["MDG_TEST_SRCDIR"]) / "data/datasets/sources/mhlw-deck-2025-11-13.txt"
AS_OF = "--as-of=2025-11-20"


def write_altered(folder, name="altered.txt", digit="6"):
    """The bundled deck with the last digit of a count altered, whose table is refused for that."""
    text = DECK.read_text(encoding="utf-8")
    assert "秋田 46.76% 291,565" in text
    path = pathlib.Path(folder) / name
    path.write_text(text.replace("秋田 46.76% 291,565", f"秋田 46.76% 291,56{digit}"), encoding="utf-8")
    return str(path)


def database(program):
    return pathlib.Path(program.home) / "data/madoguchi/madoguchi.db"


def stored_editions(program):
    """The shown editions that were imported, and how many figures each has, as the file holds them."""
    connection = sqlite3.connect(database(program))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return connection.execute(
            "SELECT digest, removed_at, (SELECT count(*) FROM observations WHERE edition = number)"
            " FROM editions WHERE origin = 1 ORDER BY digest").fetchall()
    finally:
        connection.close()


def deck_is_shown_stored_and_taken_back():
    with Program(AS_OF) as program:
        program.skip_first_start()
        path = write_altered(program.home)
        program.stop()
        program.arguments = (AS_OF, path)
        program.start()

        program.sees("figures verified")
        program.sees("Verified means proved by arithmetic")
        program.sees("Refused Tables")
        assert stored_editions(program) == []
        program.press("Store All")
        program.sees("figures stored")
        assert len(stored_editions(program)) == 1
        program.press("Undo")
        wait_for("the import to be taken back",
                 lambda: all(removed for _, removed, _ in stored_editions(program)))


def keyboard_alone_is_enough():
    with Program(AS_OF) as program:
        program.skip_first_start()
        path = write_altered(program.home)
        program.stop()
        program.arguments = (AS_OF, path)
        program.start()
        program.sees("figures verified")
        program.key("Escape")
        program.sees_not("figures verified")
        assert stored_editions(program) == []

        program.stop()
        program.start()
        program.sees("figures verified")
        program.key("Return")
        program.sees("figures stored")
        assert len(stored_editions(program)) == 1


def same_file_is_told():
    with Program(AS_OF, str(DECK)) as program:
        program.sees("Already Imported")
        program.press("Close")
        program.sees_not("Already Imported")
        assert stored_editions(program) == []


def second_instance_hands_its_file_over():
    with Program() as program:
        program.skip_first_start()
        path = write_altered(program.home)
        second = subprocess.run([os.environ["MDG_TEST_PROGRAM"], path], env=program.environment, timeout=30)
        assert second.returncode == 0
        program.sees("figures verified")
        program.sees("altered.txt")
        program.press("Cancel")
        program.sees_not("figures verified")


def killed_import_is_whole_or_nothing():
    """The process is killed at a random moment after the user said to store."""
    chance = random.Random(int(os.environ.get("MDG_TEST_SEED", "20251113")))
    with Program(AS_OF) as program:
        program.skip_first_start()
        whole = None
        for attempt in range(5):
            path = write_altered(program.home, f"deck-{attempt}.txt", "67890"[attempt])
            program.stop()
            before = stored_editions(program)
            program.arguments = (AS_OF, path)
            program.start()
            node = program.find(("push button", "button"), "Store All")
            node.get_action_iface().do_action(0)
            # A button that is activated without a pointer acts a quarter of a second later.
            delay = 0.235 + chance.random() * 0.045
            time.sleep(delay)
            program.kill()

            after = stored_editions(program)
            new = set(after) - set(before)
            assert set(before) <= set(after) and len(new) <= 1, (before, after)
            print(f"# killed after {delay:.3f} s: {'stored' if new else 'nothing stored'}", file=sys.stderr)
            for _, removed, n_figures in new:
                assert not removed
                whole = whole or n_figures
                assert n_figures == whole > 500, (n_figures, whole)

        program.arguments = (AS_OF,)
        program.start()
        program.sees("37.14%")


main([
    deck_is_shown_stored_and_taken_back,
    keyboard_alone_is_enough,
    same_file_is_told,
    second_instance_hands_its_file_over,
    killed_import_is_whole_or_nothing,
])
