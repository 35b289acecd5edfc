"""Maps that stay packed behave as those they were made of, and make each value once, when it is asked for."""

import pickle

import pytest

from notelint.shelf import Drawer, Shelf


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


@pytest.mark.parametrize("packed", [{0: b"A", 1: b"B"}, [b"A", b"B"]], ids=["a map", "a list"])
def test_a_drawer_makes_what_is_asked_for(packed, make, made):
    drawer = Drawer(packed, make)
    assert (drawer[1], drawer[1], made) == ("B", "B", [b"B"])
    with pytest.raises(LookupError):
        drawer[2]


def test_a_drawer_is_kept_as_it_is_packed():
    drawer = Drawer({"a": b"A"}, bytes.decode)
    assert drawer["a"] == "A"
    again = pickle.loads(pickle.dumps(drawer))
    assert (len(again), again["a"]) == (0, "A")
