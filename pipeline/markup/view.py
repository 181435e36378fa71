"""What a reader of a source file sees, and where each of its characters stands in the file.

A plain text is its own view. Of an HTML file the view is its visible text, laid out in lines; offsets into the
view are turned into offsets into the file when a document's rows are done, and back when a package is read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.records import Removal
from pipeline.text import Span


@dataclass(frozen=True, slots=True)
class View:
    """The visible text of a file; character `i` stands for the file's characters `starts[i]` to `ends[i]`.

    Both sequences never fall; characters that stand for one stretch, such as the «1.» of a list's item for its
    tag, share it. `hidden` are the stretches of the file, in order, that hold what no reader sees (scripts,
    styles, comments); `removals` stretches of the view that the page itself marks as no part of its subject.
    """

    text: str
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    hidden: Sequence[Span] = ()
    removals: tuple[Removal, ...] = ()
    is_plain: bool = False

    def outward(self, start: int, end: int) -> Span:
        """The stretch of the file that the view's characters `start` to `end` (at least one) stand for."""
        return Span(self.starts[start], self.ends[end - 1])

    def inward(self, start: int, end: int) -> Span:
        """The characters of the view that stand for a stretch of the file; an empty span where none does."""
        first = bisect_left(self.starts, start)
        return Span(first, max(first, bisect_right(self.ends, end)))

    def hidden_in(self, gap: Span) -> list[Span]:
        """The hidden stretches that lie in a stretch of the file where nothing is visible."""
        first = bisect_left(self.hidden, gap)
        last = bisect_left(self.hidden, Span(gap.end, gap.end))
        return list(self.hidden[first:last])

    def stretch(self, start: int, end: int) -> str:
        """What a reader sees of a stretch of the file."""
        first, last = self.inward(start, end)
        return self.text[first:last]


def plain_view(text: str) -> View:
    """A plain text as its own view."""
    return View(text, range(len(text)), range(1, len(text) + 1), is_plain=True)
