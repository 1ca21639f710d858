"""The algorithms of 出图, one file each, and what they share."""
