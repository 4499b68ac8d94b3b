"""Installs and starts the assistant with one command, on any Python that is new enough and has nothing installed.

    python3 scripts/start.py             (Windows: py scripts\\start.py)
    python3 scripts/start.py --demo      shows it on a practice form
    python3 scripts/start.py --stop

What it does is in `_start.py`: this file must stay readable for old Pythons.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts._python import new_enough


def main() -> int:
    """Starts, or says that the Python is too old."""
    if not new_enough():
        return 1
    from scripts import _start

    return _start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
