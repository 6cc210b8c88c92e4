"""Makes files that exist only as texts importable, and known to tracebacks."""

import linecache
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Final

_ENDING: Final = ".py"


class Sources(MetaPathFinder, Loader):
    """Finds and loads modules whose sources are given: `helpers.py` is `import helpers`.

    The file name of their code is the plain name, so a traceback says `models.py`, line 3.
    """

    def __init__(
        self, files: Mapping[str, str], on_code: Callable[[CodeType], object] | None = None
    ) -> None:
        """Prepare to load `files`, name to text; `on_code` is told of code before it runs."""
        self._texts = {
            name.removesuffix(_ENDING): text
            for name, text in files.items()
            if name.endswith(_ENDING)
        }
        self._on_code = on_code

    def install(self) -> None:
        """Put the files before everything else that can be imported."""
        sys.meta_path.insert(0, self)
        for name, text in self._texts.items():
            file = name + _ENDING
            lines = text.splitlines(keepends=True)
            linecache.cache[file] = (len(text), None, lines, file)

    def uninstall(self) -> None:
        """Forget the files and the modules that were made of them."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for name in self._texts:
            linecache.cache.pop(name + _ENDING, None)
            module = sys.modules.get(name)
            if module is not None and getattr(module.__spec__, "loader", None) is self:
                del sys.modules[name]

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Give the spec of a module that is one of the files."""
        if fullname not in self._texts:
            return None
        spec = ModuleSpec(fullname, self, origin=fullname + _ENDING)
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's text in it."""
        name = module.__name__
        code = compile(self._texts[name], name + _ENDING, "exec", dont_inherit=True)
        if self._on_code is not None:
            self._on_code(code)
        exec(code, module.__dict__)  # noqa: S102 - it is what a loader does

    def get_source(self, fullname: str) -> str | None:
        """Give a module's text, as `inspect` asks for it."""
        return self._texts.get(fullname)
