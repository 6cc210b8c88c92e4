"""Runs one program on this Python exactly as an engine does, and prints what it streams.

On stdin a JSON object: ``path`` (directories for ``sys.path``), ``request`` (a RunRequest) and
``image`` (base64 or null).
Prints one JSON text per line: the chunks as they come, and last the end.
"""

import base64
import json
import sys
from pathlib import Path

_IMAGE = Path("/tmp/ormpilot/in.sqlite")


def main() -> None:
    """Run the program that stdin describes."""
    order = json.load(sys.stdin)
    sys.path[:0] = order["path"]
    if order["image"] is not None:
        _IMAGE.parent.mkdir(parents=True, exist_ok=True)
        _IMAGE.write_bytes(base64.b64decode(order["image"]))
    # What a program prints is captured; it must not come between the lines below either way.
    out, sys.stdout = sys.stdout, sys.stderr
    from ormpilot import runner, warm

    warm.warm(imports_only=True)
    end = runner.run(
        json.dumps(order["request"]),
        lambda chunk: print(chunk, file=out),
        lambda _cell, _state: None,
    )
    print(end, file=out, flush=True)


if __name__ == "__main__":
    main()
