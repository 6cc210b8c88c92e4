"""Load code, or a file of the machine, into SQLite."""

import sqlite3

connection = sqlite3.connect(":memory:")
for attempt in (
    lambda: connection.load_extension("/tmp/evil.so"),
    lambda: connection.execute("select load_extension('/tmp/evil.so')").fetchall(),
    lambda: connection.execute("select readfile('/etc/passwd')").fetchall(),
    lambda: connection.execute("select edit('x', 'sh')").fetchall(),
):
    try:
        connection.enable_load_extension(True)
    except BaseException:
        pass
    try:
        attempt()
        print("GOT", attempt)
    except BaseException:
        continue
