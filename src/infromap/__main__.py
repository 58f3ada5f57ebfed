"""``python -m infromap`` and the ``infromap`` command."""

import sys


def main() -> int:
    """Run the command line and return the exit status."""
    from infromap.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
