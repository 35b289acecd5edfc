"""Postscripts: below the name, before the close, several."""

import pytest

from .marked import marked, parts, unmarked

START = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time on Tuesday. I would like to join you.\n\n"

POSTSCRIPTS = parts(
    """
<c>Best,
<s>Ana

<p>PS The manual is free.
%
<c>Best,
<s>Ana

<p>P.S.: The manual is free.
%
<c>Best,
<s>Ana

<p>P. S. The manual is free.
%
<c>Best,
<s>Ana

<p>ps: the manual is free.
%
<c>Best,
<s>Ana

<p>**P.S.** The manual is free.
%
<c>Best,
<s>Ana

<p>(P.S. The manual is free.)
%
<c>Best,
<s>Ana

<p>Postscript: the manual is free.
%
<c>Best,
<s>Ana

<p>P.S.

The manual is free,
and so is the map, which I
can bring along.
%
<c>Best,
<s>Ana

<p>PS. The manual is free.

PPS. So is the map.

P.P.P.S. So is the tea.
%
<c>Best,
<s>Ana

<p>P.S. The manual is free.

Thanks again!
%
<c>Best,
<s>Ana

<p>P.S. The manual is free.

<s>Ana Lund
555 010 0134
%
<c>Best,
<s>Ana
Staff Nurse

<p>P.S. The manual is free.

<s>--\u0020
Ana Lund
555 010 0134
%
<c>Best, <s>Ana
<p>P.S. The manual is free.
%
<p>P.S. The manual is free.

P.P.S. So is the map.

<c>Best,
<s>Ana
%
<p>P.S. The manual is free.
<c>Best, <s>Ana
%
<p>P.S.

The manual is free.

<c>Best,
<s>Ana
%
<p>P.S. The manual is free.

<s>Ana
%
<p>P.S. The manual is free.
"""
)


@pytest.mark.parametrize("ending", POSTSCRIPTS)
def test_postscripts(ending):
    assert marked(unmarked(START + ending)[0]) == START + ending
