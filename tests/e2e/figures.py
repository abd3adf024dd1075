# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program exports, to hold against it what it shows."""

import csv
import io

AS_OF = "--as-of=2025-11-20"
MONTH = "2025-10"
CODE = "13"
TYPES = {
    "all": "All facilities",
    "hospital": "Hospitals",
    "medical_clinic": "Medical clinics",
    "dental_clinic": "Dental clinics",
    "pharmacy": "Pharmacies",
}


class Export:
    """What the program exports of one month, by area, facility type and measure."""

    def __init__(self, program):
        done = program.run_command("--export-data=-")
        assert done.returncode == 0, done.stderr
        self.values = {}
        for row in csv.DictReader(io.StringIO(done.stdout.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}"))):
            if row["month"] == MONTH and not row["as_of"]:
                self.values[row["area"], row["facility_type"], row["measure"]] = row["value"]

    def get(self, area, facility_type, measure):
        return self.values.get((area, facility_type, measure))

    def count(self, area, facility_type, measure):
        return int(self.get(area, facility_type, measure))

    def prefectures(self):
        return [f"{number:02}" for number in range(1, 48)]

    def rank_with(self, area, more):
        """The rank of all facilities if so many more verifications had been made with the card."""
        part = self.count(area, "all", "mnc_count") + more
        whole = self.count(area, "all", "verification_count")
        return 1 + sum(self.count(other, "all", "mnc_count") * whole
                       > part * self.count(other, "all", "verification_count")
                       for other in self.prefectures() if other != area)


def open_tokyo(program):
    """Ctrl+3 opens the page, Ctrl+F its list of prefectures, letters find and Return chooses."""
    program.skip_first_start()
    program.key("Ctrl+3")
    program.find("grouping", "Prefecture")
    program.key("Ctrl+f")
    program.key(*"tokyo", "Down", "Return")
    program.find("combo box", "Tokyo")
    return program.find("tree table", "Facility Types")
