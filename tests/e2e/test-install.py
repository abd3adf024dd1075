# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as it is installed: every file is there, and it starts."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from desk_user import Program, main

INSTALLED = (
    "bin/madoguchi",
    "share/applications/io.github.madoguchi.Madoguchi.desktop",
    "share/metainfo/io.github.madoguchi.Madoguchi.metainfo.xml",
    "share/glib-2.0/schemas/io.github.madoguchi.Madoguchi.gschema.xml",
    "share/icons/hicolor/scalable/apps/io.github.madoguchi.Madoguchi.svg",
    "share/icons/hicolor/symbolic/apps/io.github.madoguchi.Madoguchi-symbolic.svg",
    "share/locale/ja/LC_MESSAGES/madoguchi.mo",
)


def installed_program_starts():
    folder = tempfile.mkdtemp(prefix="madoguchi-install-")
    try:
        subprocess.run(
            ["meson", "install", "-C", os.environ["MDG_TEST_BUILDDIR"], "--no-rebuild", "--quiet",
             "--destdir", folder],
            check=True, stdout=subprocess.DEVNULL,
        )
        programs = list(pathlib.Path(folder).glob("**/bin/madoguchi"))
        assert len(programs) == 1, programs
        prefix = programs[0].parent.parent
        for name in INSTALLED:
            assert (prefix / name).is_file(), name
        schemas = prefix / "share/glib-2.0/schemas"
        subprocess.run(["glib-compile-schemas", "--strict", str(schemas)], check=True)

        os.environ["MDG_TEST_PROGRAM"] = str(programs[0])
        os.environ["GSETTINGS_SCHEMA_DIR"] = str(schemas)
        with Program("--as-of=2025-11-20") as program:
            program.skip_first_start()
            program.sees("37.14%")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main([installed_program_starts])
