"""What is looked at before sheets are exported, one file a group of checks."""
