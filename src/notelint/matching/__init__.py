"""Matching: rules × analysis → matches → violations."""
