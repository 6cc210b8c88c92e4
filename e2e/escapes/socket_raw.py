"""The same without waiting, over an address."""

import socket

from target import PORT

connection = socket.socket()
connection.setblocking(False)
try:
    connection.connect(("127.0.0.1", PORT))
except BlockingIOError:
    pass
connection.send(b"GET /raw HTTP/1.1\r\n\r\n")
print("GOT a socket", connection)
