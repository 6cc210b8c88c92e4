"""Download by Pyodide's own helpers."""

from pyodide.http import open_url
from target import URL

print("GOT", open_url(URL).read())
