"""Ask JavaScript's global object for the network, storage and other workers."""

import js
from target import URL

for name in ("fetch", "XMLHttpRequest", "WebSocket", "indexedDB", "caches", "Worker", "BroadcastChannel"):
    try:
        print("GOT", name, getattr(js, name))
    except AttributeError:
        continue
js.fetch(URL)
