"""What stands right below a document's last line: recipients out of place belong to it, the reporter's name does not."""

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.clean import rules
from pipeline.labels import read_labels
from pipeline.records import Line

_RECIPIENT = re.compile(r"^[-+•*] ?[^;]{3,90}[;.]$")


def through_bullets(lines: Sequence[Line], name: int) -> int:
    """The last of the recipients that a conversion set below the signatory's name; a page's links end without a mark."""
    while name + 1 < len(lines) and _RECIPIENT.match(lines[name + 1].key):
        name += 1
    return name


def is_byline(lines: Sequence[Line], index: int) -> bool:
    """Whether a line names the reporter: «M. TRÍ» where no other line is a section of such a list."""
    if not rules.BYLINE.search(lines[index].key):
        return False
    own = {label.style for label in read_labels(lines[index].key)}
    return own.isdisjoint(label.style for line in islice(lines, index) for label in read_labels(line.key))
