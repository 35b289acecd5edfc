"""The header keys that notelint knows, and what each may hold."""

from __future__ import annotations

MOMENT_KEYS = ("interview", "sent", "expected_reply", "last_contact")
"""Keys whose value is a day or a point in time."""

WORDED_KEYS = ("expected_reply",)
"""Those among them that may be given in words, “within two weeks”, as somebody said them."""

TEXT_KEYS = ("kind", "subject", "company", "position", *MOMENT_KEYS, "from")
"""Keys whose value is one text; a one-line value is taken as it stands, brackets and colons too."""

PLAIN_KEYS = ("kind", *MOMENT_KEYS)
"""Text keys whose value never holds ` # `, so that what follows it is a comment."""

LIST_KEYS = ("to", "topics", "concerns", "shared_interests", "interviewers", "ignore")
"""Keys whose value is one text or a list of them; `ignore` may be a map of rules to reasons."""

KNOWN_KEYS = TEXT_KEYS + LIST_KEYS
"""All keys that notelint reads."""
