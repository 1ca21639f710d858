"""Files made from sheets: many pages, one after another or in several processes, whole or not there."""
