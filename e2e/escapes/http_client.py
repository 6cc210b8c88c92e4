"""Download by the standard library's lower half."""

import http.client

from target import HOST, PORT

connection = http.client.HTTPConnection(HOST, PORT, timeout=2)
connection.request("GET", "/http-client")
print("GOT", connection.getresponse().read())
