"""One copy of the project for each module: preparing it takes long."""

from collections.abc import Iterator

import pytest

from tests.scripts.project import Project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A fresh copy; whatever service it started is stopped at the end."""
    project = Project(tmp_path_factory.mktemp("seller"))
    try:
        yield project
    finally:
        project.start("--stop")
