# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the store: other processes, damaged files, files of the future."""

import os
import pathlib
import sqlite3

from desk_user import Program, main

AS_OF = "--as-of=2025-11-20"
DECK = pathlib.Path(os.environ["MDG_TEST_SRCDIR"]) / "data/datasets/sources/mhlw-deck-2025-11-13.txt"


def database(program):
    return pathlib.Path(program.home) / "data/madoguchi/madoguchi.db"


def window_sees_what_the_command_line_stores():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.key("Ctrl+5")
        program.key("Ctrl+9")
        program.sees("Nothing has been imported yet")
        copy = pathlib.Path(program.home) / "copy.txt"
        copy.write_text(DECK.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        run = program.run_command("--import", str(copy))
        assert run.returncode == 0, run.stderr
        program.sees_not("Nothing has been imported yet")


def damaged_database_is_set_aside():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.sees("37.14%")
        program.stop()
        path = database(program)
        damaged = os.urandom(20000)
        path.write_bytes(damaged)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        program.start()
        program.sees("set aside")
        program.sees("37.14%")
        kept = [p for p in path.parent.iterdir() if p.read_bytes() == damaged]
        assert len(kept) == 1, list(path.parent.iterdir())


def newer_database_is_left_untouched():
    with Program(AS_OF) as program:
        program.skip_first_start()
        program.sees("37.14%")
        program.stop()
        path = database(program)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA user_version = 9999")
        connection.close()
        before = path.read_bytes()
        program.start()
        program.sees("newer version")
        program.sees("37.14%")
        program.stop()
        assert path.read_bytes() == before


main([
    window_sees_what_the_command_line_stores,
    damaged_database_is_set_aside,
    newer_database_is_left_untouched,
])
