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
    if after.scheme == "letter":
        return _next_letter(before.token, after.token)
    return after.numbers[:-1] == before.numbers[:-1] and after.numbers[-1] == before.numbers[-1] + 1


def _next_letter(before: str, after: str) -> bool:
    first, second = (_TYPED_ORDER.find(token.replace("dd", "đ")) for token in (before, after))
    return first < second and all(letter in _OPTIONAL_LETTERS for letter in _TYPED_ORDER[first + 1 : second])


def opens_list(label: Label) -> bool:
    """Whether a label is the first of its list: 1., a), I., 2.1 counts as the first under 2."""
    return label.scheme == "bullet" or label.numbers[-1] == 1


def skipped(before: Label, after: Label) -> bool:
    """Whether labels are missing between two of one list: 3. after 1., d) after a)."""
    if after.scheme == "bullet" or before.style != after.style:
        return False
    return after.numbers > before.numbers and not follows(before, after)
