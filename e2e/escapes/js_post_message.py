"""Send the page a message of one's own, past the private port."""

import js

js.postMessage("forged")
print("GOT postMessage")
