"""How many examples a property is tried with: few each time, thousands with `pytest --hypothesis-profile=long`."""

from hypothesis import HealthCheck, settings

_USUAL = 100  # of hypothesis itself


def few(examples):
    """So many examples, unless the profile wants more."""
    wanted = settings.default.max_examples
    return settings(
        max_examples=wanted if wanted > _USUAL else examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
