"""Open infromap: the same program as the ``infromap`` command, from a checkout."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from infromap.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
