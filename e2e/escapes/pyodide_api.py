"""Reach Pyodide's own JavaScript, and the heap from outside."""

import pyodide_js

print("GOT", pyodide_js._module.HEAPU8)
