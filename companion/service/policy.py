"""What a route declares about itself. A route that declares nothing is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flask import current_app

View = TypeVar("View", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Policy:
    """How the gate treats a route."""

    public: bool = False
    """Needs neither token nor cookie, and tells nothing."""
    any_extension: bool = False
    """For pairing: the origin must be there and be a browser extension, paired or not."""
    page: bool = False
    """A page that people open: its cookie also counts when the browser itself navigates there."""


CLOSED = Policy()
_declared: dict[Callable[..., object], Policy] = {}


def declared(*, public: bool = False, any_extension: bool = False, page: bool = False) -> Callable[[View], View]:
    """Declares a view to be something else than closed."""

    def declare(view: View) -> View:
        _declared[view] = Policy(public, any_extension, page)
        return view

    return declare


def policy_of(endpoint: str | None) -> Policy:
    """The policy of a matched endpoint; closed when it declared none or nothing was matched."""
    view = current_app.view_functions.get(endpoint) if endpoint else None
    return _declared.get(view, CLOSED) if view else CLOSED
