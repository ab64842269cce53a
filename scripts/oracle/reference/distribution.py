"""A distribution, or a vector, as the target."""

LOSSES = []
