"""Encodings of Vietnamese text by the names that `source_encoding` has, and how each gives characters.

A name is that of a Python codec (`utf-8`, `utf-16`), of a code page of the years before Unicode (`tcvn3`, `vni`,
`viscii`, `windows-1258`), or both with a plus: `utf-8+tcvn3` is a UTF-8 file whose characters are TCVN3 read as
Windows-1252, «Uû ban nh©n d©n» for «Uỷ ban nhân dân». There a line that holds letters which the old page lacks,
such as a portal's menu in good Unicode, stays as it is.

TCVN3 has no capitals with accents: headings set in a .VnTimeH font come out in small letters, as they are stored.
"""

import re
from collections.abc import Callable, Mapping

import ftfy.bad_codecs  # noqa: F401 - it registers sloppy-windows-1252, which decodes every byte

_WESTERN = "sloppy-windows-1252"
_BEYOND_WESTERN = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_LINE_END = re.compile(r"(\r\n|[\n\r])")
_LEFT_OUT = (("aú", "ẳ"), ("AÚ", "Ẳ"))
"""The letters of VNI that viparse 0.1 leaves as they stand."""


def decode_as(data: bytes, encoding: str) -> str:
    """The characters of a file's bytes, less a byte order mark; line ends stay.

    Raises `UnicodeDecodeError` (a `ValueError`) where the bytes are not of the encoding, `LookupError` where no
    encoding has the name.
    """
    outer, _, inner = encoding.partition("+")
    if outer in CODE_PAGES:
        return CODE_PAGES[outer](data.decode(_WESTERN))
    text = data.decode(outer).removeprefix("\ufeff")
    return by_lines(text, RE_READINGS[inner]) if inner else text


def by_lines(text: str, convert: Callable[[str], str]) -> str:
    """The text with each line converted that the old code page could hold; one that it could not is kept."""
    parts = _LINE_END.split(text)
    return "".join(convert(part) if is_western(part) and not part.isascii() else part for part in parts)


def is_western(line: str) -> bool:
    """Whether a line lacks every Vietnamese letter that Windows-1252 lacks: ạ, đ, ư …, all but à, é, ô and the like."""
    return not _BEYOND_WESTERN.search(line)


def _tcvn3(surface: str) -> str:
    """Characters that are TCVN3 read as Windows-1252; dashes that a PDF put for ư and ã count too."""
    return _by_table(surface, "tcvn3")


def _vni(surface: str) -> str:
    """VNI writes a letter and then its marks: «Tieáng Vieät» is «Tiếng Việt»."""
    for old, new in _LEFT_OUT:
        surface = surface.replace(old, new)
    return _by_table(surface, "vni")


def _viscii(surface: str) -> str:
    """VISCII (RFC 1456) has letters where Windows-1252 has curly quotes and Latin-1 has control characters."""
    return _by_table(surface.encode(_WESTERN).decode("latin-1"), "viscii")


def _windows_1258(surface: str) -> str:
    """Windows-1258 writes most tones as marks of their own: the text is left as composed as it is."""
    return surface.encode(_WESTERN).decode("cp1258")


def _mojibake(surface: str) -> str:
    """UTF-8 that was read as Windows-1252 and saved, once or twice: «tiáº¿ng Viá»‡t»."""
    for _ in range(2):
        try:
            surface = surface.encode(_WESTERN).decode("utf-8")
        except UnicodeError:
            break
    return surface


def _by_table(surface: str, name: str) -> str:
    from viparse.normalize.encodings import CHARMAPS  # costs a tenth of a second, for few documents
    from viparse.normalize.tables import convert

    return str(convert(surface, CHARMAPS[name]))


CODE_PAGES: Mapping[str, Callable[[str], str]] = {
    "tcvn3": _tcvn3, "vni": _vni, "viscii": _viscii, "windows-1258": _windows_1258,
}  # fmt: skip
"""Code pages of the years before Unicode, each with what makes Unicode of its bytes read as Windows-1252."""


def _unless_refused(convert: Callable[[str], str]) -> Callable[[str], str]:
    def converted(line: str) -> str:
        try:
            return convert(line)
        except UnicodeError:
            return line

    return converted


RE_READINGS: Mapping[str, Callable[[str], str]] = {
    name: _unless_refused(convert) for name, convert in (*CODE_PAGES.items(), ("mojibake", _mojibake))
}
"""What a Unicode file's line may be in truth; a line that cannot be of the encoding stays as it is."""


def is_legacy(encoding: str) -> bool:
    """Whether the characters were found by converting an old code page or undoing a wrong reading."""
    outer, _, inner = encoding.partition("+")
    return outer in CODE_PAGES or bool(inner)
