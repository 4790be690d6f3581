"""Stand-ins for what a package imports and the models built here do not read."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from unittest.mock import MagicMock

STUBS = (
    *("torchaudio", "torchtune", "misaki", "k_diffusion", "IPython", "tensorboard", "ffmpy", "xformers", "av", "spacy"),
    *("s3tokenizer", "conformer", "perth", "num2words", "dora", "flashy", "GPUtil", "lmdb", "pytorch_lightning"),
    *("boto3", "botocore", "cached_path", "pygrinder", "benchpots", "tsdb", "ai4ts", "h5py"),
)

# Packages whose __init__ imports all that they hold; their folder is enough to import a module of theirs.
BARE = (
    *("TTS", "audiocraft", "audiocraft.models", "audiocraft.modules", "rave", "chatterbox", "chatterbox.models.s3gen"),
    *("pypots", "pypots.nn", "pypots.nn.modules", "pypots.nn.modules.micn", "pypots.nn.modules.totem"),
    *("dualcodec", "dualcodec.model_codec", "so_vits_svc_fork", "so_vits_svc_fork.modules", "tortoise", "tortoise.models"),
)


class _Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.split(".")[0] in STUBS else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        # A mock answers to every name; importlib takes any object for a module.
        return MagicMock(__spec__=spec, __name__=spec.name, __path__=[], __version__="2.11.0")

    def exec_module(self, module: ModuleType) -> None:
        return


class _Bare(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path) if name in BARE else None
        if found is None:
            return None
        bare = ModuleSpec(name, None, is_package=True)
        bare.submodule_search_locations = found.submodule_search_locations
        return bare


def install() -> None:
    sys.meta_path[:0] = [_Stubs(), _Bare()]
