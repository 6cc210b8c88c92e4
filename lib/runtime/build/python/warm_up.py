"""The program whose memory becomes the snapshot. Run in a namespace of its own, which is dropped afterwards.

Leaves in ``report`` a JSON text: the modules that are loaded, what the warm-up left behind, versions.
"""

import gc
import json
import sys

sys.path.append("/lib/packages.zip")

from ormpilot import interpreter

interpreter.prepare()

from ormpilot import versions, warm

warm.warm()


def _origins() -> list[str]:
    """Paths of all loaded modules, as their loaders gave them."""
    specs = (getattr(module, "__spec__", None) for module in sys.modules.values())
    return sorted({spec.origin for spec in specs if spec is not None and spec.origin is not None})


report = json.dumps(
    {"loaded": _origins(), "residue": warm.residue(), "versions": versions.versions()}
)
gc.collect()
