"""Text as CommonMark: it reads exactly as the text, and stands emphasised where its source does."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.text import Span, emphasis_in, mapped
from pipeline.text_markdown import markdown

PARSER = MarkdownIt("commonmark", {"html": False})
STRENGTHS = {"em_open": 1, "em_close": -1, "strong_open": 2, "strong_close": -2}


def as_markdown(source: str) -> tuple[str, str]:
    """The plain text of a whole source, and the same as CommonMark."""
    spans = [Span(0, len(source))]
    body = mapped(source, spans)
    return body.text, markdown(body, emphasis_in(source, spans))


def inline(text: str) -> list[Token]:
    """The inline tokens of a text that must be one paragraph, or nothing at all."""
    tokens = PARSER.parse(text)
    assert [token.type for token in tokens] in (["paragraph_open", "inline", "paragraph_close"], [])
    return next((token.children or [] for token in tokens if token.type == "inline"), [])


def shown(text: str) -> str:
    """What a reader sees of a CommonMark text."""
    return "".join(token.content for token in inline(text))


def emphasised(text: str) -> Iterator[tuple[int, str]]:
    """The emphasised words of a CommonMark text with their strength: 1 for `*…*`, 2 for `**…**`, 3 for both."""
    strength = 0
    for token in inline(text):
        strength += STRENGTHS.get(token.type, 0)
        if strength and token.content:
            yield strength, token.content


KEPT = (
    ("**Giao** Sở Y tế", "**Giao** Sở Y tế", [(2, "Giao")]),
    ("Giao *Sở Y tế*.", "Giao *Sở Y tế*.", [(1, "Sở Y tế")]),
    ("**Giao** Sở *Y tế*", "**Giao** Sở *Y tế*", [(2, "Giao"), (1, "Y tế")]),
    ("(*Kèm theo*)", "(*Kèm theo*)", [(1, "Kèm theo")]),
    ("** Giao **Sở Y tế", "**Giao** Sở Y tế", [(2, "Giao")]),  # no blank inside the marks
    ("**Giao\n  Sở**", "**Giao Sở**", [(2, "Giao Sở")]),
    ("**Nơi nhận:** Sở", "**Nơi nhận:** Sở", [(2, "Nơi nhận:")]),
)


@pytest.mark.parametrize(("source", "expected", "words"), KEPT)
def test_emphasis_is_kept(source: str, expected: str, words: list[tuple[int, str]]) -> None:
    found = as_markdown(source)[1]
    assert found == expected
    assert list(emphasised(found)) == words


DROPPED = (
    ("**THÔNG BÁO", "THÔNG BÁO"),  # its other half stands in another block
    ("KẾT LUẬN**", "KẾT LUẬN"),
    ("**Nơi nhận:**Sở", "Nơi nhận:Sở"),  # CommonMark reads no closing mark between a colon and a letter
    ("** **Giao", "Giao"),
)


@pytest.mark.parametrize(("source", "expected"), DROPPED)
def test_marks_that_commonmark_cannot_pair_are_dropped(source: str, expected: str) -> None:
    assert as_markdown(source)[1] == expected


ESCAPED = (
    ("1. Giao", r"1\. Giao"),
    ("12) Giao", r"12\) Giao"),
    ("- Giao", r"\- Giao"),
    ("+ Giao", r"\+ Giao"),
    ("# 5", r"\# 5"),
    ("===", r"\==="),
    ("* Giao", r"\* Giao"),
    ("cơ sở (*) vi phạm", r"cơ sở (\*) vi phạm"),
    ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
    ("xã A & xã B", r"xã A \& xã B"),
    ("&amp; &#42;", r"\&amp; \&#42;"),
    ("[1](http://a.vn)", r"\[1\](http://a.vn)"),
    ("Ha_Nam_", r"Ha\_Nam\_"),
    ("`mã` ~~bỏ~~ a|b \\", r"\`mã\` \~\~bỏ\~\~ a\|b \\"),
    ("24/7/2021", "24/7/2021"),
    ("1.500 giường", "1.500 giường"),
    ("trước - sau", "trước - sau"),
)


@pytest.mark.parametrize(("source", "expected"), ESCAPED)
def test_what_commonmark_would_take_for_a_sign_is_escaped(source: str, expected: str) -> None:
    text, found = as_markdown(source)
    assert found == expected
    assert shown(found) == text == source


STARRED = st.lists(
    st.one_of(
        st.sampled_from(["*", "**", "***", " ", "\n", "Giao", "Sở Y tế", "1.", "-", "(", ")", ":", ".", "“", "”"]),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4),
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(STARRED)
def test_commonmark_shows_exactly_the_text(source: str) -> None:
    text, found = as_markdown(source)
    assert shown(found) == text


@given(STARRED)
def test_every_star_that_is_written_is_read_as_emphasis(source: str) -> None:
    found = as_markdown(source)[1]
    written = found.replace(r"\\", "").replace(r"\*", "").count("*")
    read = sum(abs(STRENGTHS.get(token.type, 0)) for token in inline(found))
    assert written == read
