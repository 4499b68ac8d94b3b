"""One-time links: the way for the service's user, and nobody else, to open its pages in a browser."""

from companion.service.access import Access, PageName
from companion.settings import Settings


def link_address(settings: Settings, access: Access, page: PageName) -> str:
    """The address that opens a page once, within a minute, and sets its cookie."""
    return f"{settings.address}/open/{access.new_link(page)}"
