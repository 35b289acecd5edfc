"""The option that writes the expected outputs anew."""


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write tests/letters/expected anew from what notelint says")
