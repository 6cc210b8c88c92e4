"""Send the page a statement that SQLite never executed, by the harness's own function."""

import json
import sys

STATEMENT = {
    "id": 900_000,
    "kind": "delete",
    "sql": "DELETE FROM forged",
    "dialect": "sqlite",
    "params": None,
    "many": None,
    "rowCount": 1,
    "columns": None,
    "rows": [],
    "startUs": 1,
    "durationUs": 1,
    "call": None,
    "cell": 0,
    "setup": False,
    "reason": "explicit",
    "stack": [],
    "connection": 0,
}


def senders():
    frame = sys._getframe()
    while frame is not None:
        for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
            if type(value).__name__.startswith("JsProxy") and callable(value):
                yield value
        frame = frame.f_back


for send in senders():
    send(json.dumps({"cells": [], "calls": [], "statements": [STATEMENT]}))
    send("this is not JSON")
    send(json.dumps({"statements": [{"id": -1}]}))
    break
else:
    import gc

    gc.unfreeze()
    for thing in {id(r): r for o in gc.get_objects() for r in gc.get_referents(o)}.values():
        if type(thing).__name__.startswith("JsProxy") and callable(thing):
            try:
                thing(json.dumps({"cells": [], "calls": [], "statements": [STATEMENT]}))
                thing("this is not JSON")
            except BaseException:
                continue
