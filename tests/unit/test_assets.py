import pytest

from infromap.assets import geodata_path, resource_path
from infromap.errors import DataError


def test_files_of_ours_are_found_in_a_checkout():
    assert geodata_path("articles").is_dir()
    assert resource_path("vocabulary").is_dir()


def test_a_missing_file_is_named_with_what_to_do():
    with pytest.raises(DataError, match=r"geodata/no-such-file is missing .*install infromap again"):
        geodata_path("no-such-file")
