"""What the checks about time share: the clock, days that are certain, and what dates stand beside."""
