"""Whether two arrays are the same to the last bit; -0.0 and 0.0 count as one."""

from __future__ import annotations

import numpy as np
from jobs import Json


def difference(name: str, expected: np.ndarray, actual: np.ndarray) -> Json | None:
    if expected.shape != actual.shape:
        return {"of": name, "torch_shape": list(expected.shape), "mindspore_shape": list(actual.shape)}
    wrong = np.argwhere(~(expected == actual))
    if len(wrong) == 0:
        return None
    index = tuple(int(place) for place in wrong[0])
    return {
        "of": name,
        "wrong": len(wrong),
        "index": list(index),
        "torch": float(expected[index]),
        "mindspore": float(actual[index]),
    }
