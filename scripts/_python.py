"""Readable for old Pythons (3.4 and newer), so that they can say what is wrong. Imports nothing of ours."""

import sys


def new_enough() -> bool:
    """True from 3.11 on; otherwise says in one line what to do."""
    if sys.version_info >= (3, 11):  # noqa: UP036
        return True
    message = "Нужен Python 3.11 или новее, а это {}.{}: поставьте новый и запустите им.".format(*sys.version_info[:2])
    encoding = sys.stdout.encoding or "utf-8"
    # A console without Cyrillic letters shows question marks.
    print(message.encode(encoding, "replace").decode(encoding))
    return False
