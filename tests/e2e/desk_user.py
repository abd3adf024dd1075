# SPDX-License-Identifier: GPL-3.0-or-later
"""A user of the running program, who sees it as a screen reader does.

Each test starts the built program on a bus and a display of its own (see meson.build), with private
folders, finds widgets by role and name, and acts on them through AT-SPI.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from keyboard import Keyboard  # noqa: E402

PATIENCE = 30.0
BUTTONS = ("push button", "button", "toggle button", "radio button", "list item", "menu item")


class Failure(Exception):
    """What the user expected and did not find."""


def wait_for(what, condition, patience=PATIENCE):
    """Waits until condition() is true, and returns its value."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(0.1)


def walk(node, depth=0):
    """Yields the accessible and all below it that are on screen."""
    if node is None or depth > 60:
        return
    yield node
    try:
        count = node.get_child_count()
    except Exception:
        return
    for index in range(min(count, 3000)):
        try:
            child = node.get_child_at_index(index)
            if child is None:
                continue
            states = child.get_state_set()
            if states.contains(Atspi.StateType.DEFUNCT):
                continue
        except Exception:
            continue
        yield from walk(child, depth + 1)


def describe(node):
    try:
        return f"{node.get_role_name()} “{node.get_name()}”"
    except Exception:
        return "(gone)"


def is_showing(node):
    try:
        return node.get_state_set().contains(Atspi.StateType.SHOWING)
    except Exception:
        return False


def text_of(node):
    try:
        text = node.get_text_iface()
        # By its class: of what can be edited, the name alone finds another function.
        return Atspi.Text.get_text(text, 0, text.get_character_count()) if text is not None else ""
    except Exception:
        return ""


class Ear:
    """Hears what the program announces to a screen reader, from now on."""

    def __init__(self):
        self.said = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:announcement")

    def _hear(self, event):
        self.said.append(str(event.any_data))

    def heard(self, text):
        """Returns the last announcement with the text in it, None so far."""
        while GLib.MainContext.default().iteration(False):
            pass
        return next((said for said in reversed(self.said) if text in said), None)


class Program:
    """The running program, and what its user can do with it."""

    def __init__(self, *arguments, home=None, language="en"):
        self.owns_home = home is None
        self.home = home or tempfile.mkdtemp(prefix="madoguchi-e2e-")
        self.environment = dict(
            os.environ,
            XDG_DATA_HOME=os.path.join(self.home, "data"),
            XDG_CONFIG_HOME=os.path.join(self.home, "config"),
            XDG_CACHE_HOME=os.path.join(self.home, "cache"),
            XDG_STATE_HOME=os.path.join(self.home, "state"),
            LANGUAGE=language,
        )
        self.arguments = arguments
        self.process = None
        self.root = None
        self.keyboard = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *unused):
        self.stop()
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def start(self):
        program = os.environ["MDG_TEST_PROGRAM"]
        self.process = subprocess.Popen([program, *self.arguments], env=self.environment)
        self.root = wait_for("the program to appear", self._find_root)
        wait_for("the window", lambda: self.find_all("frame") or self.find_all("window"))

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def kill(self):
        """Ends the program as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def run_command(self, *arguments):
        """Runs the command line beside the window, on the same store."""
        return subprocess.run(
            [os.environ["MDG_TEST_PROGRAM"], *arguments],
            env=self.environment, capture_output=True, text=True, timeout=60,
        )

    def find_all(self, role=None, name=None, contains=None, showing=True, within=None):
        roles = (role,) if isinstance(role, str) else role
        found = []
        for node in walk(within or self.root):
            try:
                if roles is not None and node.get_role_name() not in roles:
                    continue
                label = node.get_name() or ""
                if name is not None and label != name:
                    continue
                if contains is not None and contains not in label and contains not in text_of(node):
                    continue
            except Exception:
                continue
            if not showing or is_showing(node):
                found.append(node)
        return found

    def find(self, role=None, name=None, contains=None, showing=True, within=None, patience=PATIENCE):
        what = f"{role or 'something'} named “{name or contains}”"
        return wait_for(
            what,
            lambda: next(iter(self.find_all(role, name, contains, showing, within)), None),
            patience,
        )

    def sees(self, text, patience=PATIENCE):
        """Waits until the text stands somewhere on screen."""
        return self.find(contains=text, patience=patience)

    def sees_not(self, text, patience=PATIENCE):
        wait_for(f"“{text}” to go", lambda: not self.find_all(contains=text), patience)

    def press(self, name=None, role=BUTTONS, contains=None, within=None):
        node = self.find(role, name, contains, within=within)
        self.act(node)
        return node

    def act(self, node):
        action = node.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise Failure(f"{describe(node)} cannot be acted on")
        action.do_action(0)
        time.sleep(0.5)

    def key(self, *combinations):
        """Presses keys, one after the other, such as "Ctrl+2" or "Down"."""
        if self.keyboard is None:
            self.keyboard = Keyboard()
        for combination in combinations:
            self.keyboard.press(combination)

    def focused(self):
        """The widget that has the focus, as a screen reader would be told."""
        for node in walk(self.root):
            try:
                states = node.get_state_set()
            except Exception:
                continue
            if states.contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def tab_to(self, name, role=None, limit=80):
        """Presses Tab until the widget of that name, and that role if given, has the focus."""
        for _ in range(limit):
            node = self.focused()
            if (node is not None and (node.get_name() or "").startswith(name)
                    and role in (None, node.get_role_name())):
                return node
            self.key("Tab")
        raise Failure(f"Tab does not reach “{name}”")

    def skip_first_start(self):
        self.press("Skip")
        wait_for("the welcome to close", lambda: not self.find_all("dialog"))

    def type_into(self, node, text):
        editable = node.get_editable_text_iface()
        if editable is None:
            raise Failure(f"{describe(node)} cannot be written into")
        editable.set_text_contents(text)
        time.sleep(0.5)

    def dump(self, file=sys.stderr):
        def show(node, depth):
            if depth > 40:
                return
            mark = "" if is_showing(node) else " (hidden)"
            print("# " + "  " * depth + describe(node) + mark + (f" = {text_of(node)[:60]!r}" if text_of(node) else ""), file=file)
            for index in range(min(node.get_child_count(), 200)):
                child = node.get_child_at_index(index)
                if child is not None:
                    show(child, depth + 1)
        show(self.root, 0)


def main(tests):
    """Runs the tests and prints TAP."""
    tap = os.fdopen(int(os.environ.get("MDG_TAP_FD", "1")), "w", buffering=1, encoding="utf-8")
    chosen = [test for test in tests if len(sys.argv) < 2 or test.__name__ in sys.argv[1:]]
    Atspi.init()
    print(f"1..{len(chosen)}", file=tap)
    failures = 0
    for number, test in enumerate(chosen, 1):
        name = test.__name__.replace("_", " ")
        try:
            test()
            print(f"ok {number} - {name}", file=tap)
        except Exception:
            failures += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line, file=tap)
            print(f"not ok {number} - {name}", file=tap)
    sys.exit(1 if failures else 0)
