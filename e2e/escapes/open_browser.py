"""Open an address in the browser."""

import webbrowser

from target import URL

if webbrowser.open(URL + "webbrowser"):
    print("GOT a window")
