"""Lists the texts that have no finished English: add a tab and the English, then `translations.py fill`."""

from __future__ import annotations

import sys

from translations import CATALOGUE, messages, on_one_line

unfinished = [message for message in messages(CATALOGUE) if not (message.finished and message.translation)]
for message in unfinished:
    print(f"{message.context}\t{on_one_line(message.source)}")
# On the other stream, so that the list can go straight into a file.
print(f"{len(unfinished)} texts of {CATALOGUE.name} are not translated.", file=sys.stderr)
