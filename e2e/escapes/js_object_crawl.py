"""Crawl from every JavaScript object in memory to whatever its properties lead to."""

import gc

WANTED = {"fetch", "postMessage", "indexedDB", "caches", "Worker", "WebSocket", "importScripts", "XMLHttpRequest"}

gc.unfreeze()
known = {}
todo = [thing for thing in gc.get_objects() for thing in gc.get_referents(thing)]
proxies = [thing for thing in todo if type(thing).__name__.startswith("Js")]
crawled = 0
while proxies and crawled < 300:
    proxy = proxies.pop()
    crawled += 1
    try:
        names = set(dir(proxy))
    except BaseException:
        continue
    for name in names & WANTED:
        try:
            print("GOT", name, getattr(proxy, name))
        except BaseException:
            continue
    for name in sorted(names)[:60]:
        try:
            value = getattr(proxy, name)
        except BaseException:
            continue
        if type(value).__name__.startswith("Js") and id(value) not in known:
            known[id(value)] = value
            proxies.append(value)
