"""Use the importer that Pyodide registers for JavaScript modules."""

import gc

from target import URL

gc.unfreeze()
for thing in gc.get_objects():
    if type(thing).__name__ != "JsFinder":
        continue
    for name, module in dict(thing.jsproxies).items():
        try:
            print("GOT", name, module.fetch(URL))
        except BaseException:
            continue
