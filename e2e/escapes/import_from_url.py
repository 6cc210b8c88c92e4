"""Import a module from an address."""

import sys

from target import URL

sys.path.insert(0, URL)
import evil_module

print("GOT", evil_module)
