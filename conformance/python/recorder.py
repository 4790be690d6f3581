"""Notes every layer that a program makes, and where the call stands."""

from __future__ import annotations

import sys
from collections.abc import Callable

from jobs import Json
from programs import Recorded


def record(cls: type, recorded: Recorded, wanted: Callable[[object], bool] = lambda _: True) -> None:
    """From now on, each object of the class is recorded once it is made."""
    initialise = cls.__init__

    def noted(self: object, *args: object, **kwargs: object) -> None:
        initialise(self, *args, **kwargs)
        if wanted(self):
            recorded.append((_place(), self))

    cls.__init__ = noted  # type: ignore[misc]


def _place() -> Json:
    """The lines and columns (in bytes) of the call, and its file: the nearest frame that no library owns."""
    frame = sys._getframe(2)
    while "site-packages" in frame.f_code.co_filename and frame.f_back:
        frame = frame.f_back
    positions = list(frame.f_code.co_positions())
    return {"file": frame.f_code.co_filename, "at": positions[frame.f_lasti // 2]}
