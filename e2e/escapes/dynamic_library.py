"""Load a shared library as an extension module."""

import _imp
import importlib.machinery

open("/tmp/evil.so", "wb").write(b"\0asm\x01\0\0\0")
spec = importlib.machinery.ModuleSpec("evil", None, origin="/tmp/evil.so")
print("GOT", _imp.create_dynamic(spec))
