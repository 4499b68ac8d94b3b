"""The identifiers of contract §6: in the description, and in the number field."""

from companion.text.identifiers.description import find_identifiers
from companion.text.identifiers.field import read_reference_field
from companion.text.identifiers.model import Fault, Identifier, Malformed, ReferenceField

__all__ = ["Fault", "Identifier", "Malformed", "ReferenceField", "find_identifiers", "read_reference_field"]
