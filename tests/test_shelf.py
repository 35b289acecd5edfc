"""Maps and lists that stay packed behave as those they were made of, and make each value once, when it is asked for."""

import pytest

from notelint.shelf import Row, Shelf


@pytest.fixture
def made():
    return []


@pytest.fixture
def make(made):
    return lambda packed: made.append(packed) or packed.decode()


def test_a_shelf_is_a_map(make, made):
    shelf = Shelf({"a": b"A", "b": b"B"}, make)
    assert (len(shelf), list(shelf), "a" in shelf, "c" in shelf) == (2, ["a", "b"], True, False)
    assert made == []
    assert (shelf["a"], shelf["a"], shelf.get("c")) == ("A", "A", None)
    assert made == [b"A"]
    assert dict(shelf) == {"a": "A", "b": "B"}


@pytest.mark.parametrize("at", [slice(None), slice(1, None), slice(None, None, -1), slice(5, 9)], ids=str)
def test_a_row_is_cut_as_a_list_is(make, at):
    assert Row([b"A", b"B", b"C"], make)[at] == ["A", "B", "C"][at]


def test_a_row_is_a_list(make, made):
    row = Row([b"A", b"B"], make)
    assert (len(row), row[1], row[1], made) == (2, "B", "B", [b"B"])
    assert list(row) == ["A", "B"]
    with pytest.raises(IndexError):
        row[2]
