# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks of whole programs share: private homes, running, numbers and their print."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

# What a program may see of the caller's environment. Everything else would differ by machine.
PASSED = ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_DIRS",
          "GSETTINGS_SCHEMA_DIR", "PATH", "USER", "MADOGUCHI_LOCALEDIR")

# A blinking cursor and moving panels would draw without end, or for a set time.
GTK_SETTINGS = """[Settings]
gtk-cursor-blink=false
gtk-enable-animations=false
"""

# The question of the first start has been answered.
SETTINGS = """[io/github/madoguchi/Madoguchi]
first-start-done=true
"""


# The language of those who use the program: its letters are the dearer ones.
JAPANESE = "ja_JP.UTF-8"

# What a test is to end with that meson counts as skipped.
SKIPPED = 77


def require(*programs):
    """Ends the benchmark if a program to measure against is not installed."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        print(f"Skipped, since these are not installed: {', '.join(missing)}")
        sys.exit(SKIPPED)


def pick_locale():
    """The locale that programs run in: Japanese, if the machine knows it."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    return JAPANESE if "ja_JP.utf8" in known.split() else "C.UTF-8"


LOCALE = pick_locale()


class Home:
    """A home folder of a program's own, in which it starts as on a fresh machine."""

    def __init__(self, folder):
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("data", "config", "cache", "state"):
            (self.folder / name).mkdir(parents=True)
        self.write("config/gtk-4.0/settings.ini", GTK_SETTINGS)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def environment(self):
        """The whole environment of a program in this home."""
        environment = {name: os.environ[name] for name in PASSED if name in os.environ}
        environment |= {
            "HOME": str(self.folder),
            "LANG": LOCALE,
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "GSETTINGS_BACKEND": "keyfile",
            "GSK_RENDERER": "cairo",
        }
        return environment

    def take_fonts(self, other):
        """Takes over the list of fonts from another home, unless the system holds it."""
        fonts = other.folder / "cache/fontconfig"
        if fonts.exists():
            shutil.copytree(fonts, self.folder / "cache/fontconfig", dirs_exist_ok=True)


def madoguchi_home(folder, page=None):
    """A home in which Madoguchi has been before, on the given page."""
    home = Home(folder)
    home.write("config/glib-2.0/settings/keyfile", SETTINGS)
    if page is not None:
        home.write("state/madoguchi/state.ini", f"[Window]\npage={page}\n")
    return home


class Window:
    """A program with its window shown and at rest; ends with the with statement."""

    def __init__(self, watcher, command, home):
        log = home.folder / "log"
        with log.open("w") as errors:
            self.process = subprocess.Popen(
                [watcher, *command], env=home.environment(), text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        words = self.process.stdout.readline().split()
        if not words:
            raise SystemExit(f"{command[0]} did not show a window:\n{log.read_text()}")
        self.mapped, self.drawn, self.rest = (float(word) for word in words[:3])
        self.width, self.height, self.pid = (int(word) for word in words[3:])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate()

    def cpu(self):
        """Processor time of all its threads so far, in milliseconds."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Memory in MB: PSS, RSS, and what is the program's alone and in no file."""
        kilobytes = {}
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, value = line.split()[:2]
            kilobytes[name] = int(value)
        return {name: kilobytes[key] / 1024
                for name, key in (("PSS", "Pss:"), ("RSS", "Rss:"), ("anonymous", "Pss_Anon:"))}


def timed_run(command, home, codes=(0,)):
    """Runs a command to its end and returns the milliseconds it took."""
    start = time.perf_counter()
    result = subprocess.run(command, env=home.environment(), stdin=subprocess.DEVNULL,
                            capture_output=True, text=True, check=False)
    took = (time.perf_counter() - start) * 1000
    if result.returncode not in codes:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {result.returncode}:\n"
                         f"{result.stdout}{result.stderr}")
    return took


def percentile(values, percent):
    """The value that percent of the values do not exceed, by linear interpolation."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def print_table(title, unit, rows, reference):
    """Prints a row of median, 95th percentile and ratio for each of rows, a dict of lists.

    The lists hold one value for each round. A ratio is the median of the rounds' own ratios to the
    reference, so that a machine that gets slower meanwhile does not count.
    """
    print(f"\n{title}, {unit}, {len(rows[reference])} rounds, {LOCALE}")
    print(f"{'':44} {'median':>9} {'95 %':>9}   ratio (to {reference})")
    for name, values in rows.items():
        ratios = [value / other for value, other in zip(values, rows[reference])]
        print(f"{name:44} {statistics.median(values):9.1f} {percentile(values, 95):9.1f}"
              f"   {statistics.median(ratios):5.2f}")


def print_verdict(name, value, limit, unit="", kind="target"):
    """Says whether a target is met. A missed one is no failure: a busy machine misses them all."""
    state = "met" if value <= limit else "MISSED"
    print(f"{kind + ' ' + state:>13}: {name}: {value:.2f}{unit}, at most {limit:g}{unit}", flush=True)
