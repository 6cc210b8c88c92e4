"""Install a package by name."""

import micropip

micropip.install("requests")
print("GOT micropip")
