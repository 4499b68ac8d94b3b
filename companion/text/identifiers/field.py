"""The number field."""

from companion.text.identifiers.model import ReferenceField
from companion.text.view import View


def read_reference_field(view: View) -> ReferenceField:
    """What the number field holds."""
    return ReferenceField(not view.text.strip(), (), ())
