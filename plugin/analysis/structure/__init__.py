"""Spatial structure: the slogan, its elements, the hierarchy of towns and the three spaces."""
