"""Change what all JavaScript objects share, so that the worker's own code calls Python."""

import gc


def polluted(*_):
    return "polluted"


gc.unfreeze()
for thing in [r for o in gc.get_objects() for r in gc.get_referents(o)]:
    if not type(thing).__name__.startswith("Js"):
        continue
    for path in ("constructor.prototype", "__proto__", "__proto__.__proto__", "constructor.__proto__"):
        for name in ("replace", "set", "toString", "then", "new_name"):
            try:
                shared = thing
                for step in path.split("."):
                    shared = getattr(shared, step)
                setattr(shared, name, polluted)
                if shared.constructor.prototype == shared and getattr(shared, name)() == "polluted":
                    print("GOT", shared.constructor.name, path, name)
            except BaseException:
                continue
