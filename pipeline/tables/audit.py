"""The rows of the audit tables: what became of each character, and what says each value."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.tables.core import CLAUSE_ID, DIRECTIVE_ID
from pipeline.tables.schema import SLUG, column

Disposition = Literal["kept", "removed", "blank"]
SegmentKind = Literal[
    "heading", "title", "dateline", "number", "mark", "addressee", "label", "text", "recipient", "signature",
    "footnote", "stamp", "boilerplate", "furniture", "markup",
]  # fmt: skip
Stage = Literal["read", "clean", "structure", "enrich"]
Action = Literal["remove", "recognise", "join", "flag"]
Basis = Literal["stated", "inferred", "curated"]
AnomalyKind = Literal[
    "suspected-ocr", "repeated-phrase", "numbering-gap", "numbering-repeat", "suspected-label", "missing-number",
    "missing-date", "conflicting-date", "unknown-agency", "unknown-issuer", "unknown-province", "unbalanced-quote",
    "truncated", "unplaced-text", "several-documents", "legacy-encoding", "not-a-document",
]  # fmt: skip
StampKind = Literal["received", "digital-signature", "handwritten-signature", "handwritten-note", "seal"]

RULE_ID = "rules.rule_id"
_START = ("Vị trí ký tự đầu trong nguồn (từ 0)", "First character in the source (0-based)")
_END = ("Vị trí sau ký tự cuối trong nguồn", "Position after the last character")


@dataclass(slots=True)
class Segment:
    """One stretch of a source text: kept, removed or blank; together they cover the source exactly once.

    Neither frozen nor by keyword only as other rows are: a document has hundreds, and so they are made three times as fast.
    """

    directive_id: str = column("Văn bản", "Document", key=True, references=DIRECTIVE_ID)
    position: int = column(
        "Thứ tự trong nguồn: 1, 2, 3 …", "Order in the source: 1, 2, 3 …", key=True, minimum=1
    )
    source_start: int = column(*_START, required=True, minimum=0)
    source_end: int = column(*_END, required=True, minimum=0)
    disposition: Disposition = column(
        "Số phận: giữ, loại bỏ, khoảng trắng", "Fate: kept, removed or blank", required=True
    )
    kind: SegmentKind | None = column(
        "Là gì: tiêu đề, trích yếu, lời văn, nơi nhận, dấu đến, menu …",
        "What it is: heading, title, text, recipient, stamp, boilerplate …; empty for blank",
        default=None,
    )
    rule_id: str | None = column(
        "Quy tắc đã loại bỏ; bắt buộc khi bị loại bỏ", "Rule that removed it; always given when removed",
        references=RULE_ID, default=None,
    )  # fmt: skip
    clause_id: str | None = column(
        "Điều khoản chứa nó (khi là số đầu dòng hoặc lời văn)", "Its clause (label and text only)",
        references=CLAUSE_ID, default=None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule of cleaning or recognition, and how often it acted."""

    rule_id: str = column("Mã quy tắc", "Rule", key=True, pattern=SLUG)
    stage: Stage = column("Công đoạn", "Stage that applies it", required=True)
    action: Action = column("Việc làm: loại bỏ, nhận ra, nối, báo", "What it does", required=True)
    reason: str = column("Lý do", "Why the rule exists", required=True)
    example: str = column("Ví dụ có thật", "A line it acts on", required=True)
    hit_count: int | None = column(
        "Số lần áp dụng trong segments, evidence và clause_topics; trống nếu kết quả của quy tắc nằm ở bảng khác",
        "Times it acted in this corpus, by segments, evidence and clause_topics; empty where its finds are rows of other tables",
        minimum=0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What states one value of a directive's row."""

    directive_id: str = column("Văn bản", "Document", key=True, references=DIRECTIVE_ID)
    field: str = column("Cột của bảng directives", "Column of directives", key=True, pattern="[a-z0-9_]+")
    value: str = column("Giá trị", "The value", required=True)
    basis: Basis = column(
        "Nói rõ, suy ra hay do người phụ trách", "Stated, inferred or curated", required=True
    )
    rule_id: str | None = column("Quy tắc đã nhận ra", "Rule that found it", references=RULE_ID, default=None)
    source_start: int | None = column(*_START, minimum=0, default=None)
    source_end: int | None = column(*_END, minimum=0, default=None)
    reason: str | None = column(
        "Lý do (khi suy ra hoặc do người phụ trách)", "Why, where inferred or curated", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Anomaly:
    """Something in the source that a careful reader would question; the text itself stays as printed."""

    anomaly_id: str = column("Mã", "Identifier", key=True)
    directive_id: str = column("Văn bản", "Document", required=True, references=DIRECTIVE_ID)
    clause_id: str | None = column("Điều khoản", "Clause", references=CLAUSE_ID, default=None)
    kind: AnomalyKind = column("Loại điểm đáng ngờ", "Kind of anomaly", required=True)
    text: str | None = column("Chữ như in", "The words as printed", default=None)
    suggestion: str | None = column(
        "Gợi ý của máy, không áp dụng", "A suggestion, never applied", default=None
    )
    source_start: int | None = column(*_START, minimum=0, default=None)
    source_end: int | None = column(*_END, minimum=0, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A registry stamp, digital signature or handwriting found in the text."""

    stamp_id: str = column("Mã", "Identifier", key=True)
    directive_id: str = column("Văn bản", "Document", required=True, references=DIRECTIVE_ID)
    kind: StampKind = column(
        "Loại: dấu đến, chữ ký số, chữ ký tay, bút phê, con dấu", "Kind of stamp", required=True
    )
    office: str | None = column("Cơ quan đóng dấu hoặc ký số", "Office that stamped or signed", default=None)
    number: str | None = column("Số đến", "Number of receipt", default=None)
    stamped_on: date | None = column("Ngày đến hoặc ngày ký số", "Date of receipt or signature", default=None)
    forwarded_to: str | None = column("Chuyển", "Forwarded to", default=None)
    text: str = column("Chữ trên dấu như in", "Its words as printed", required=True)
    source_start: int = column(*_START, required=True, minimum=0)
    source_end: int = column(*_END, required=True, minimum=0)
