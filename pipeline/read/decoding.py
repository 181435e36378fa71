"""From a source file's bytes to its characters, with the name of the encoding that gave them."""

import codecs

from pipeline.encodings import CODE_PAGES, decode_as
from pipeline.errors import DataProblems, Problem
from pipeline.read.evidence import code_page_of, re_reading_of

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# First bytes of files that get saved under a .txt name by mistake.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, such as a Word (.docx) or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) or Excel file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_SAMPLE = 4096
"""The bytes at a file's start that tell UTF-16 without a byte order mark."""
_SMALLEST = 16
_SAVE_AS_TEXT = "Save its text as UTF-8."


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Decode a source file's bytes to its text (less a byte order mark, line ends kept) and its encoding.

    `pipeline.encodings.decode_as(data, encoding)` gives the same text again. `name` is the file's name, for
    messages. Raises `DataProblems` where the file is empty, is no text, or holds bytes that no encoding explains.
    """
    _refuse_other_formats(data, name)
    encoding = _unicode_form(data)
    try:
        text = decode_as(data, encoding)
    except UnicodeDecodeError as error:
        text, encoding = _from_code_page(data, _undecodable(error, data, encoding, name))
    else:
        if inner := re_reading_of(text):
            encoding = f"{encoding}+{inner}"
            text = decode_as(data, encoding)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataProblems(
            [Problem(name, f"line {line} holds a NUL character, so this is not a text.", _SAVE_AS_TEXT)]
        )
    if not text.strip():
        raise DataProblems([Problem(name, "the file is empty.", "Put a text in it, or remove it.")])
    return text, encoding


def _unicode_form(data: bytes) -> str:
    """UTF-8, unless a byte order mark or, in UTF-16 without one, the zero bytes of its ASCII say otherwise."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return codec
    start = data[:_SAMPLE]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 5 >= len(start) >= _SMALLEST and min(even, odd) * 10 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _from_code_page(data: bytes, problem: Problem) -> tuple[str, str]:
    """Read bytes that are not Unicode in the code page that their words show, else raise the problem."""
    encoding = None
    if not data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        encoding = code_page_of(data.decode("sloppy-windows-1252"))
    if encoding is None:
        raise DataProblems([problem])
    try:
        return decode_as(data, encoding), encoding
    except UnicodeDecodeError as error:
        raise DataProblems([_undecodable(error, data, encoding, problem.where)]) from error


def _refuse_other_formats(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise DataProblems([Problem(name, f"this is {kind}, not a text.", _SAVE_AS_TEXT)])


def _undecodable(error: UnicodeDecodeError, data: bytes, encoding: str, name: str) -> Problem:
    """Say where the first bad byte stands; the offset counts from 0, the line from 1."""
    newline = b"\n\0" if data.startswith(codecs.BOM_UTF16_LE) else b"\n"
    line = data.count(newline, 0, error.start) + 1
    tried = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "windows-1258": "Windows-1258"}
    what = f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line}) is not {tried.get(encoding, encoding.upper())}."
    if encoding == "utf-8":
        pages = ", ".join(CODE_PAGES)
        what = f"{what[:-1]}, and the words are not Vietnamese in any of {pages}."
    return Problem(name, what, _SAVE_AS_TEXT)
