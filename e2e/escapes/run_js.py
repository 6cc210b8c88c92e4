"""Evaluate JavaScript."""

from pyodide.code import run_js
from target import URL

run_js(f"fetch('{URL}')")
print("GOT run_js")
