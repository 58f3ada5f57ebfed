"""Questions to a page whose answers are lists and objects."""

import json


def ask(evaluate, expression):
    """Return what an expression has as value; Qt itself hands over only text, numbers and booleans."""
    return json.loads(evaluate(f"JSON.stringify({expression}) || 'null'"))
