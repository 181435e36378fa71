"""What holds of every text whatever: nothing lost, one tree, no exception.

Texts are of two kinds: any characters at all, and lines put together from the things that documents are made of.
"""

import csv
import io
import json
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.cache import decode_document, encode_document
from pipeline.clean import RULES as CLEAN_RULES
from pipeline.clean import clean
from pipeline.document import parse
from pipeline.package import csv_bytes
from pipeline.records import Document, SourceText, Structure
from pipeline.rulebook import rule_rows
from pipeline.structure import RULES as STRUCTURE_RULES
from pipeline.structure import structure
from pipeline.tables import TABLES, Segment
from pipeline.text import INVISIBLE, normalise
from pipeline.validate.contents import Contents, Row
from pipeline.validate.ledger import ledger_problems
from pipeline.validate.tree import tree_problems
from pipeline.validate.values import value_problems

BLANK = re.compile(rf"[\s{INVISIBLE}]*")
RULE_IDS = {rule.id for rule in (*CLEAN_RULES, *STRUCTURE_RULES)}

# Anything that a decoded file can hold: no half characters, no NUL.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")

PIECES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY SƠN LA",
    "*", "* * *", "-----", "|", "| --- | --- |", "Số: 16/CT-TTg", "Số 296-KL/TU", "Số:      /UBND-VX",
    "Hà Nội, ngày 31 tháng 3 năm 2020", "ngày 24/7/2021", "CHỈ THỊ", "KẾT LUẬN", "**THÔNG BÁO", "KẾT LUẬN**",
    "Về việc phòng, chống dịch", "V/v báo cáo", "Kính gửi:", "Kính gửi: Sở Y tế; Sở Nội vụ", "Căn cứ Luật Thú y;",
    "Theo đề nghị của Sở Y tế,", "Phần I", "PHẦN THỨ NHẤT", "Chương II", "Mục 1", "Tiểu mục 2", "Điều 4.", "Điều 4. Hiệu lực",
    "Điều 4", "I.", "II-", "A.", "1.", "1-", "1)", "(1)", "2.1.", "2.1.1.", "(i)", "a)", "đ)", "a.", "-", "–", "+", "•",
    "1. Giao Sở Y tế:", "**3.**", "**3. Giao**", "3.**Giao**", "*a)*", "**Chương I**",
    "**Điều 4.** Hiệu lực", "- Báo cáo", "*báo cáo*", "**báo cáo**", "5K", "1.500 giường", "Nơi nhận:", "- Như trên;",
    "- Lưu: VT, TH.", "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn A", "PHỤ LỤC",
    "Phụ lục I", "(Kèm theo Kế hoạch số 12/KH-UBND)", "“", "”", "./.", "Công văn đến số 12", "Trang chủ", "Xem thêm:",
    "Ký bởi: Ủy ban nhân dân", "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng", "thay thế Công văn số 12-CV/TU",
    "trước ngày 05/02/2021", "từ 0 giờ ngày 31/02/2021", "ngày 00/00/0000", "hằng tuần", "trong 15 ngày kể từ ngày 9/9/9999",
    "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu", "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh Sơn La", "khoản 2 Điều 49",
    "Luật Thú y năm 2015", "HỎA TỐC", "MẬT",
    "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 4/QĐ-TTg Hà Nội, ngày 19 tháng 4 năm 2012",
    "UBND TỈNH LAI CHÂU Độc lập - Tự do - Hạnh phúc Lai Châu, ngày 02 tháng 3 năm 2015",
    "\u200b", "\ufeff", "\u00ad", "e\u0302\u0301", "\x0c", "\x1c", "\u2028", "\x85",
)  # fmt: skip
LINES = st.lists(
    st.one_of(
        st.sampled_from(PIECES), st.text(CHARACTERS, max_size=12), st.from_regex(r"\A[0-9]{1,3}[.)]\Z")
    ),
    max_size=5,
).map(" ".join)
DOCUMENTS = st.tuples(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\r"])).map(
    lambda parts: parts[1].join(parts[0])
)
TEXTS = st.one_of(st.text(CHARACTERS, max_size=300), DOCUMENTS, DOCUMENTS)


def source_of(text: str) -> SourceText:
    return SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)


def structured(text: str) -> Structure:
    return structure(clean(source_of(text)))


def printed(document: Document, text: str) -> Contents:
    """A document's rows as they stand in a package that holds nothing else, with the rules that it names."""
    of_a_document: dict[str, Any] = {"directives": (document.directive,), "rules": rule_rows([document])}
    rows = {}
    for table in TABLES:
        own: Any = of_a_document.get(table.name) or getattr(document, table.name, ())
        lines = csv.DictReader(io.StringIO(csv_bytes(table, own).decode(), newline=""))
        rows[table.name] = tuple(Row(table.name, number, cells) for number, cells in enumerate(lines, 2))
    return Contents(rows, {"vi-du": text})


def stretch(text: str, segment: Segment) -> str:
    return text[segment.source_start : segment.source_end]


def before(segments: list[Segment], index: int) -> str:
    """What joins a segment to the one before it: a space, unless nothing stands between them."""
    touching = index > 0 and segments[index - 1].source_end == segments[index].source_start
    return "" if touching else " "


@given(TEXTS)
def test_segments_partition_the_source_exactly(text: str) -> None:
    segments = structured(text).segments
    assert "".join(stretch(text, segment) for segment in segments) == text
    assert [segment.position for segment in segments] == list(range(1, len(segments) + 1))
    ends = [0, *(segment.source_end for segment in segments)]
    assert [segment.source_start for segment in segments] == ends[:-1]
    assert all(segment.source_start < segment.source_end for segment in segments)


@given(TEXTS)
def test_a_segment_says_truly_what_it_is(text: str) -> None:
    result = structured(text)
    clause_ids = {clause.clause_id for clause in result.clauses}
    for segment in result.segments:
        if segment.disposition == "blank":
            assert BLANK.fullmatch(stretch(text, segment))
        assert (segment.kind is None) == (segment.disposition == "blank")
        assert (segment.rule_id in RULE_IDS) if segment.disposition == "removed" else True
        of_a_clause = segment.disposition == "kept" and segment.kind in ("label", "text")
        assert (segment.clause_id in clause_ids) if of_a_clause else segment.clause_id is None


@given(TEXTS)
def test_a_clause_is_rebuilt_from_its_segments(text: str) -> None:
    result = structured(text)
    parts: dict[str, list[Segment]] = defaultdict(list)
    for segment in result.segments:
        if segment.clause_id:
            parts[segment.clause_id].append(segment)
    assert set(parts) == {clause.clause_id for clause in result.clauses}
    for clause in result.clauses:
        own, label = parts[clause.clause_id], clause.label or ""
        whole = normalise("".join(before(own, index) + stretch(text, each) for index, each in enumerate(own)))
        assert whole.startswith(label)
        assert whole.removeprefix(label).strip() == (clause.text or "")
        assert (clause.source_start, clause.source_end) == (own[0].source_start, own[-1].source_end)


@given(TEXTS)
def test_clauses_form_one_tree_in_reading_order(text: str) -> None:
    clauses = structured(text).clauses
    assert [clause.position for clause in clauses] == list(range(1, len(clauses) + 1))
    starts = [clause.source_start for clause in clauses]
    assert starts == sorted(starts)
    level: dict[str, int] = {}
    for clause in clauses:
        assert clause.clause_id == f"vi-du/{clause.path}"
        assert clause.clause_id not in level
        assert re.fullmatch(r"[A-Za-z0-9~]+(\.[A-Za-z0-9~]+)*", clause.path)
        assert clause.level == (level[clause.parent_id] + 1 if clause.parent_id else 1)
        level[clause.clause_id] = clause.level


@given(TEXTS)
def test_a_body_points_to_the_characters_that_it_holds(text: str) -> None:
    result = structured(text)
    assert set(result.bodies) == {clause.clause_id for clause in result.clauses}
    for clause in result.clauses:
        body = result.bodies[clause.clause_id]
        assert body.text == (clause.text or "")
        for index, (start, end) in enumerate(zip(body.starts, body.ends, strict=True)):
            if not body.text[index].isspace():
                assert clause.source_start <= start < end <= clause.source_end


@given(TEXTS)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert parse(source_of(text)) == parse(source_of(text))


@given(TEXTS)
def test_a_document_survives_the_cache(text: str) -> None:
    document = replace(parse(source_of(text)), source=None)
    assert decode_document(json.loads(json.dumps(encode_document(document)))) == document


@given(TEXTS)
def test_the_rows_of_any_document_keep_every_promise(text: str) -> None:
    contents = printed(parse(source_of(text)), text)
    assert list(ledger_problems(contents)) == []
    assert list(tree_problems(contents)) == []
    assert list(value_problems(contents)) == []


@given(TEXTS)
def test_the_rows_of_any_document_fit_their_columns(text: str) -> None:
    contents = printed(parse(source_of(text)), text)
    for table in TABLES:
        for row in contents.rows[table.name]:
            for column in table.columns:
                cell = row[column.name]
                assert cell or not column.required, f"{table.name}.{column.name}"
                assert not cell or not column.enum or cell in column.enum
                assert not cell or not column.pattern or re.fullmatch(column.pattern, cell)
                assert not cell or column.minimum is None or float(cell) >= column.minimum
        keys = [tuple(row[name] for name in table.key) for row in contents.rows[table.name]]
        assert len(set(keys)) == len(keys), table.name
