"""Drafts: bytes → `Draft` with headers, zones and suppressions."""
