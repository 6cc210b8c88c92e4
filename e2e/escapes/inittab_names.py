"""Look whether CPython's table of built-in modules still knows those that lead out."""

import _imp

for name in ("_ctypes", "_ctypes_test", "_pyodide_core", "_socket", "_xxtestfuzz"):
    if _imp.is_builtin(name):
        print("GOT", name)
