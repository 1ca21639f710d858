"""The algorithms of 矿山整治, one file each, and what they share."""
