"""The style sheet of the site: what its pages use of the theme's, and our own after it, as one file.

The theme's sheet dresses tabs, notes, footnotes, its own navigation and forty icons that no page here has: five
sixths of it. A rule is left out if it asks for a class, an id, an attribute or an attribute's value that stands
nowhere in the pages that mkdocs made, in our templates or in our scripts, so no page that they can make looks
different.
"""

import re
from collections.abc import Iterable, Iterator, Set

_WORD = re.compile(r"[\w-]+")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]{0,200}\*/")
# What cuts a sheet: braces and semicolons, but not those in strings, addresses and comments.
_CUT = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|/\*.*?\*/|([{};])""", re.DOTALL)
_NESTING = ("@media", "@supports", "@layer")
_ARGUMENTS = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"""[.#]([\w-]+)|\[([\w-]+)(?:=["']?([\w-]+)["']?\])?""")
_COMMA = re.compile(r",(?![^(]*\))")
_CUSTOM = re.compile(r"\s*(--[\w-]+)\s*:")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")


def style_sheet(theme: str, own: Iterable[str], pages: Iterable[str]) -> str:
    """One sheet out of the theme's, as far as `pages` (HTML, templates, scripts) may need it, and our own."""
    ours = "".join(own)
    kept = used_rules(theme, frozenset(word for page in pages for word in _WORD.findall(page)))
    return _SOURCE_MAP.sub("", _without_unused(kept, ours)) + ours


def used_rules(sheet: str, words: Set[str]) -> str:
    """The rules of a sheet whose selectors name no class, id or attribute but these words."""
    return "".join(_used_rule(head, body, words) for head, body in rules_of(sheet))


def _used_rule(head: str, body: str | None, words: Set[str]) -> str:
    if body is None:
        return head + ";"
    if head.startswith(_NESTING):
        inner = used_rules(body, words)
        return f"{head}{{{inner}}}" if inner else ""
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    kept = [selector for selector in _COMMA.split(head) if names_in(selector) <= words]
    return f"{','.join(kept)}{{{body}}}" if kept else ""


def names_in(selector: str) -> set[str]:
    """The classes, ids, attributes and values that a selector asks for; not those that `:not()` and `:is()` hold.

    Example: `[dir=rtl] .md-search:not(.open)` → `dir`, `rtl`, `md-search`.
    """
    plain = _ARGUMENTS.sub("", _ARGUMENTS.sub("", selector))
    return {name for names in _NAME.findall(plain) for name in names if name}


def rules_of(sheet: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet: what stands before the braces, and what in them, or None where there are no braces."""
    depth = start = opened = 0
    for match in _CUT.finditer(sheet):
        if match[1] == "{":
            opened = match.end() if depth == 0 else opened
            depth += 1
        elif match[1] == "}":
            depth -= 1
        if match[1] in ("}", ";") and depth == 0:
            inside = match[1] == "}"
            head = sheet[start : opened - 1 if inside else match.start()].strip()
            yield head, sheet[opened : match.start()] if inside else None
            start = match.end()


def _without_unused(sheet: str, others: str) -> str:
    """A sheet without the custom properties and animations that neither it nor the other sheets use."""
    used = set(_USED.findall(sheet + others))
    return "".join(_with_used(head, body, used, sheet) for head, body in rules_of(sheet))


def _with_used(head: str, body: str | None, used: Set[str], sheet: str) -> str:
    if body is None:
        return head + ";"
    if head.startswith(_NESTING):
        return f"{head}{{{''.join(_with_used(*rule, used, sheet) for rule in rules_of(body))}}}"
    if frames := _KEYFRAMES.match(head):
        return f"{head}{{{body}}}" if re.search(rf"animation[^;{{}}]*\b{frames[1]}\b", sheet) else ""
    kept = [part for part in _declarations(body) if (name := _CUSTOM.match(part)) is None or name[1] in used]
    return f"{head}{{{';'.join(kept)}}}" if kept else ""


def _declarations(body: str) -> Iterator[str]:
    """The declarations of a rule without the semicolons between them."""
    start = 0
    for match in _CUT.finditer(body):
        if match[1] == ";":
            yield body[start : match.start()]
            start = match.end()
    if body[start:].strip():
        yield body[start:]
