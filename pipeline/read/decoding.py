"""From a source file's bytes to its characters, with the name of the encoding that gave them."""

import codecs

from pipeline.errors import DataProblems, Problem

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
_SAVE_AS_TEXT = "Save its text as UTF-8."


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Decode a source file's bytes to its text (less a byte order mark, line ends kept) and its encoding.

    `data.decode(encoding)` gives the same text again. `name` is the file's name, for messages. Raises
    `DataProblems` where the file is empty, is no text, or holds bytes that no encoding explains.
    """
    _refuse_other_formats(data, name)
    encoding = next((codec for mark, codec in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataProblems([_undecodable(error, data, encoding, name)]) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataProblems(
            [Problem(name, f"line {line} holds a NUL character, so this is not a text.", _SAVE_AS_TEXT)]
        )
    if not text.strip():
        raise DataProblems([Problem(name, "the file is empty.", "Put a text in it, or remove it.")])
    return text, encoding


def _refuse_other_formats(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise DataProblems([Problem(name, f"this is {kind}, not a text.", _SAVE_AS_TEXT)])


def _undecodable(error: UnicodeDecodeError, data: bytes, encoding: str, name: str) -> Problem:
    """Say where the first bad byte stands; the offset counts from 0, the line from 1."""
    newline = b"\n\0" if data.startswith(codecs.BOM_UTF16_LE) else b"\n"
    line = data.count(newline, 0, error.start) + 1
    shown = "UTF-8" if encoding.startswith("utf-8") else encoding.upper()
    what = f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line}) is not {shown}."
    return Problem(name, what, _SAVE_AS_TEXT)
