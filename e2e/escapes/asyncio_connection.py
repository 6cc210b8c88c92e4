"""Connect by asyncio."""

import asyncio

from target import HOST, PORT


async def connect():
    reader, writer = await asyncio.open_connection(HOST, PORT)
    writer.write(b"GET /asyncio HTTP/1.1\r\n\r\n")
    return await reader.read(10)


print("GOT", asyncio.run(connect()))
