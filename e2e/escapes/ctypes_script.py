"""Run JavaScript by the C function that Emscripten has for it."""

import ctypes

from target import URL

ctypes.CDLL(None).emscripten_run_script(f"fetch('{URL}')".encode())
print("GOT emscripten_run_script")
