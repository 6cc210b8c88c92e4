"""Connect by a socket, which Emscripten makes a WebSocket."""

import socket

from target import HOST, PORT

connection = socket.create_connection((HOST, PORT), timeout=2)
connection.sendall(b"GET /socket HTTP/1.1\r\nHost: x\r\n\r\n")
print("GOT a socket", connection)
