"""Whether one label follows another in a list."""

from pipeline.labels import Label

_OPTIONAL_LETTERS = "đjwzf"
"""Letters that typists leave out, or that do not belong to the order but are typed: a b c d [đ] e [f] g h i [j] k."""
_TYPED_ORDER = "abcdđefghijklmnopqrstuvwxyz"


def follows(before: Label, after: Label) -> bool:
    """Whether `after` is the next label of the list that `before` is in: 2. after 1., e) after d), 2.3 after 2.2."""
    if before.style != after.style:
        return False
    if after.scheme == "bullet":
        return True
    if after.tail:
        return after.numbers == before.numbers and _next_tail(before.tail, after.tail)
    if after.scheme == "letter" and len(after.numbers) == 1:
        return _next_letter(before.token.rstrip("0123456789"), after.token)
    return after.numbers[:-1] == before.numbers[:-1] and after.numbers[-1] == before.numbers[-1] + 1


def _next_tail(before: str, after: str) -> bool:
    """2a. after 2., 2b. after 2a.; a1) after a), a2) after a1)."""
    if after.isdigit():
        return int(after) == int(before or 0) + 1
    return _next_letter(before, after) if before else after == "a"


def _next_letter(before: str, after: str) -> bool:
    first, second = (_TYPED_ORDER.find(token.replace("dd", "đ")) for token in (before, after))
    return first < second and all(letter in _OPTIONAL_LETTERS for letter in _TYPED_ORDER[first + 1 : second])


def opens_list(label: Label) -> bool:
    """Whether a label is the first of its list: 1., a), I., 2.1 counts as the first under 2."""
    return label.scheme == "bullet" or (label.numbers[-1] == 1 and not label.tail)


def skipped(before: Label, after: Label) -> bool:
    """Whether labels are missing between two of one list: 3. after 1., d) after a)."""
    if after.scheme == "bullet" or before.style != after.style:
        return False
    return after.numbers > before.numbers and not follows(before, after)
