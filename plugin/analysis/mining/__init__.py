"""Mining: where it may go on, where it must stop, what is repaired first, and who pays."""
