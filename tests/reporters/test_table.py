import pytest

from notelint.reporters.table import FORMATS, by_suffix


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.json", "json"), ("a.sarif", "sarif"), ("a.sarif.json", "sarif"), ("A.HTML", "html"), ("a.htm", "html"),
        ("a.xml", "junit"), ("a.rdjson", "rdjson"), ("a.txt", "text"), ("a.md", None), ("json", None), ("a.json/b", None),
    ],
)  # fmt: skip
def test_a_suffix_says_the_format(path, form):
    assert by_suffix(path) == form


def test_what_points_into_files_lets_nothing_be_replaced():
    assert {name for name, form in FORMATS.items() if form.points} == {"sarif", "github", "rdjson"}
