"""Make a JavaScript function from text through a converted value's constructor."""

from pyodide.ffi import to_js
from target import URL

print("GOT", to_js([1]).constructor.constructor(f"return fetch('{URL}')")())
