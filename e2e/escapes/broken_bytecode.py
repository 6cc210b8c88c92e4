"""Read foreign objects by bytecode that no compiler makes; Python's memory safety is no wall."""

import dis


def victim():
    a = 1
    return a


load = dis.opmap["LOAD_FAST"]
for index in range(1, 60):
    code = bytearray(victim.__code__.co_code)
    code[-4:-2] = bytes((load, index))
    forged = victim.__code__.replace(co_code=bytes(code))
    try:
        thing = type(victim)(forged, {})()
        thing.fetch
        print("GOT", thing.fetch)
    except BaseException:
        continue
