"""The program whose memory becomes the snapshot; its own namespace is dropped afterwards.

Leaves in ``report`` a JSON text: the loaded modules, what the warm-up left behind, versions.
"""

import json
import sys


def _origins() -> list[str]:
    """Paths of all loaded modules, as their loaders gave them."""
    specs = (getattr(module, "__spec__", None) for module in sys.modules.values())
    return sorted({spec.origin for spec in specs if spec is not None and spec.origin is not None})


def _warmed() -> str:
    """Prepare the interpreter before anything else is imported, warm it, and report."""
    sys.path.append("/lib/packages.zip")
    from ormpilot import interpreter

    interpreter.prepare()
    from ormpilot import versions, warm

    warm.warm()
    return json.dumps(
        {"loaded": _origins(), "residue": warm.residue(), "versions": versions.versions()}
    )


report = _warmed()
