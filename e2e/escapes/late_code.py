"""Leave code behind that runs after the run has ended."""

import asyncio
import atexit
import weakref

from target import HOST, PORT


def later():
    import socket

    socket.create_connection((HOST, PORT))
    print("GOT to run later")


class Leaving:
    def __del__(self):
        later()


leaving = Leaving()
weakref.finalize(leaving, later)
atexit.register(later)
try:
    asyncio.get_event_loop_policy().new_event_loop().call_later(0.1, later)
except BaseException:
    pass
