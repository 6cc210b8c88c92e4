"""The same, through the proxy of a Python function."""

from pyodide.ffi import create_proxy
from target import URL

print("GOT", create_proxy(print).constructor.constructor(f"return fetch('{URL}')")())
