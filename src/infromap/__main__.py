"""``python -m infromap`` and the ``infromap`` command."""

import gc
import os
import sys


def main() -> int:
    """Run the command line and return the exit status."""
    gc.set_threshold(50_000, 20, 20)  # reading makes many lasting objects and little rubbish
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads for algebra, of which we do none
    if getattr(sys, "frozen", False):  # in a bundle processes that read a corpus or an extract start as this one
        from multiprocessing import freeze_support

        freeze_support()
    from infromap.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
