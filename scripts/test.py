"""Sets up all that the tests need, Debian's packages included, and runs every check.

    python3 scripts/test.py                          everything
    python3 scripts/test.py -k дата tests/rules      of the tests only these

What it does is in `_test.py`: this file must stay readable for old Pythons.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts._python import new_enough


def main() -> int:
    """Runs the checks, or says that the Python is too old."""
    if not new_enough():
        return 1
    from scripts import _test

    return _test.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
