"""A target that is drawn from a distribution whose parameter is predicted."""

LOSSES = []
