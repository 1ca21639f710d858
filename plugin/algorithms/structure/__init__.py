"""The algorithms of 空间格局, one file each, and what they share."""
