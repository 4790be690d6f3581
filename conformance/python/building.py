"""Ways to make a model by its name, imported only when it is made."""

from __future__ import annotations

import importlib
from collections.abc import Callable

Builder = Callable[[], object]


def named(module: str, name: str) -> Callable[..., object]:
    """A class or function by its module and its name there, such as `Encodec.model_24khz`."""

    def call(*args: object, **settings: object) -> object:
        found: object = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        return found(*args, **settings)  # type: ignore[operator]

    return call


def built(module: str, name: str, *args: object, **settings: object) -> Builder:
    return lambda: named(module, name)(*args, **settings)


def configured(module: str, model: str, config: str, config_module: str | None = None, **settings: object) -> Builder:
    """A model made from one object of settings; its class stands in the same module, unless another is named."""
    return lambda: named(module, model)(named(config_module or module, config)(**settings))


def spread(module: str, model: str, config_module: str, config: str, attribute: str) -> Builder:
    """A model made from the settings that a configuration holds in one of its attributes."""
    return lambda: named(module, model)(**getattr(named(config_module, config)(), attribute))


def weight_normed(build: Builder) -> Builder:
    def normed() -> object:
        model = build()
        model.apply_weight_norm()  # type: ignore[attr-defined]
        return model

    return normed
