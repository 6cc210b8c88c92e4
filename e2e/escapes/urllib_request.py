"""Download by the standard library."""

import urllib.request

from target import URL

print("GOT", urllib.request.urlopen(URL + "urllib", timeout=2).read())
