# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses keys on an X display, as a keyboard would, whatever window manager runs or none."""

import ctypes
import ctypes.util
import time

POINTER_ROOT_REVERT = 1
CURRENT_TIME = 0
IS_VIEWABLE = 2

# XWindowAttributes is larger than any field that is read from it here.
MAP_STATE_OFFSET = 92


class Keyboard:
    """Sends keys to the largest window on the display."""

    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.xtst = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        display = self.x11.XOpenDisplay(None)
        if not display:
            raise RuntimeError("there is no X display")
        self.display = ctypes.c_void_p(display)
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def _windows(self):
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children = ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
                            ctypes.byref(children), ctypes.byref(count))
        windows = [children[index] for index in range(count.value)]
        if count.value:
            self.x11.XFree(children)
        return windows

    def focus(self):
        """Gives the focus to the largest visible window, as a window manager would."""
        best, area = None, 1
        attributes = ctypes.create_string_buffer(256)
        for window in self._windows():
            if not self.x11.XGetWindowAttributes(self.display, ctypes.c_ulong(window), attributes):
                continue
            width, height = (int.from_bytes(attributes.raw[o:o + 4], "little") for o in (8, 12))
            state = int.from_bytes(attributes.raw[MAP_STATE_OFFSET:MAP_STATE_OFFSET + 4], "little")
            if state == IS_VIEWABLE and width * height > area:
                best, area = window, width * height
        if best is not None:
            self.x11.XSetInputFocus(self.display, ctypes.c_ulong(best), POINTER_ROOT_REVERT,
                                    ctypes.c_ulong(CURRENT_TIME))
            self.x11.XSync(self.display, 0)

    def press(self, combination):
        """Presses keys such as "Down", "Ctrl+2" or "Shift+Tab"."""
        names = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}
        codes = []
        self.focus()
        for name in combination.split("+"):
            keysym = self.x11.XStringToKeysym(names.get(name, name).encode())
            code = self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(keysym)) & 0xFF
            if code == 0:
                raise RuntimeError(f"there is no key {name}")
            codes.append(code)
        for code in codes:
            self.xtst.XTestFakeKeyEvent(self.display, code, 1, 0)
        for code in reversed(codes):
            self.xtst.XTestFakeKeyEvent(self.display, code, 0, 0)
        self.x11.XSync(self.display, 0)
        time.sleep(0.25)
