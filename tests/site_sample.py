"""A small package written by hand: three levels of clauses, removals, citations, deadlines, and hostile words."""

import csv
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.tables import (
    TABLES,
    Agency,
    Anomaly,
    Assignment,
    Citation,
    Clause,
    ClauseTopic,
    Deadline,
    Directive,
    Province,
    Recipient,
    RuleRow,
    Segment,
    Stamp,
    Topic,
    Validity,
    Work,
)
from pipeline.tables.audit import SegmentKind
from pipeline.tables.core import ClauseKind, Role

HOSTILE = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} {: onclick=x } \"nháy\" 'đơn' &lt;b&gt; %%body%% "
    "[x](javascript:alert(1)) ![y](//example.org/z.png) <!-- --> </article>"
)

Rows = dict[str, list[Any]]


@dataclass
class Writer:
    """Writes one source text and, beside it, the rows that account for each of its characters."""

    directive_id: str
    rows: Rows
    text: str = ""
    clauses: list[Clause] = field(default_factory=list)

    def add(self, kind: SegmentKind, raw: str, *, rule: str | None = None, clause: str | None = None) -> None:
        """Put a stretch of text and the line end after it."""
        self._segment(raw, "removed" if rule else "kept", kind, rule, clause)
        self._segment("\n\n", "blank", None, None, None)

    def clause(
        self,
        path: str,
        label: str | None,
        text: str,
        *,
        kind: ClauseKind = "clause",
        parent: str | None = None,
        role: Role = "operative",
        markdown: str | None = None,
    ) -> int:
        """Put a clause; the answer is where its text begins in the source."""
        clause_id = f"{self.directive_id}/{path}"
        start = len(self.text)
        if label:
            self._segment(label, "kept", "label", None, clause_id)
            self._segment(" ", "blank", None, None, None)
        begin = len(self.text)
        self.add("text", text, clause=clause_id)
        around = f"{self.directive_id}/{parent}" if parent else None
        level = 1 + next((row.level for row in self.clauses if row.clause_id == around), 0)
        row = Clause(
            clause_id=clause_id,
            directive_id=self.directive_id,
            parent_id=around,
            position=len(self.clauses) + 1,
            level=level,
            path=path,
            kind=kind,
            label=label,
            role=role,
            text=text,
            text_markdown=markdown or text,
            source_start=start,
            source_end=len(self.text) - 2,
        )
        self.clauses.append(row)
        self.rows["clauses"].append(row)
        return begin

    def find(self, words: str) -> tuple[int, int]:
        """Where words stand in the source so far; they must stand there once."""
        assert self.text.count(words) == 1, words
        start = self.text.index(words)
        return start, start + len(words)

    def _segment(
        self, raw: str, disposition: Any, kind: SegmentKind | None, rule: str | None, clause: str | None
    ) -> None:
        start = len(self.text)
        self.text += raw
        self.rows["segments"].append(
            Segment(
                directive_id=self.directive_id,
                position=1 + sum(row.directive_id == self.directive_id for row in self.rows["segments"]),
                source_start=start,
                source_end=start + len(raw),
                disposition=disposition,
                kind=kind,
                rule_id=rule,
                clause_id=clause,
            )
        )


def write_sample(folder: Path) -> Path:
    """Write the package into a folder; the answer is its `datapackage.json`."""
    rows: Rows = {table.name: [] for table in TABLES}
    texts = {"son-la-mau": _conclusion(rows), "tinh-la": _hostile(rows), "khong-ro": _bare(rows)}
    _lists(rows)
    _topics(rows)
    (folder / "data").mkdir(parents=True)
    (folder / "source").mkdir()
    for name, text in texts.items():
        (folder / "source" / f"{name}.txt").write_text(text, encoding="utf-8")
    for table in TABLES:
        with (folder / "data" / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in table.columns], lineterminator="\n")
            writer.writeheader()
            writer.writerows(asdict(row) for row in rows[table.name])
    resources = [{"name": table.name, "path": f"data/{table.name}.csv"} for table in TABLES]
    descriptor = folder / "datapackage.json"
    descriptor.write_text(json.dumps({"name": "mau", "resources": resources}), encoding="utf-8")
    return descriptor


def _conclusion(rows: Rows) -> str:
    """A Party conclusion of Sơn La, written for these tests."""
    at = Writer("son-la-mau", rows)
    at.add("boilerplate", "Trang chủ | Tin tức | Liên hệ", rule="web-menu")
    at.add("heading", "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY")
    at.add("title", "về phòng, chống dịch")
    at.add("dateline", "Sơn La, ngày 31 tháng 3 năm 2020")
    at.clause(
        "preamble.par1",
        None,
        "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020, Ban Thường vụ Tỉnh uỷ kết luận:",
        kind="paragraph",
        role="preamble",
    )
    at.clause("1", "1.", "Các cấp uỷ tập trung phòng, chống dịch trên đường biên giới.")
    at.clause("1.a", "a)", "Giao Sở Y tế rà soát, báo cáo trước ngày 10/4/2020.", kind="point", parent="1")
    at.clause(
        "1.a.bul1",
        "-",
        "Tinh thần chống dịch như chống giặc.",
        kind="bullet",
        parent="1.a",
        markdown="Tinh thần *chống dịch như chống giặc*.",
    )
    at.clause("2", "2.", "Thay thế Kết luận số 01-KL/TU; hằng tuần báo cáo tình hình dương tính.")
    at.clause("closing.par1", None, "Các cơ quan có trách nhiệm thi hành.", kind="paragraph", role="closing")
    at.add("recipient", "- Các huyện uỷ (để báo cáo),")
    at.add("signature", "Nguyễn Văn A")
    _meaning(at, rows)
    rows["directives"].append(
        Directive(
            directive_id="son-la-mau",
            document_type="ket-luan",
            number="296-KL/TU",
            title="về phòng, chống dịch",
            issuer="Ban Thường vụ Tỉnh ủy",
            issuer_branch="party",
            province="Sơn La",
            place="Sơn La",
            issued_on=date(2020, 3, 31),
            issued_on_basis="received-stamp",
            signer_name="Nguyễn Văn A",
            signer_title="Bí thư",
            signed_for="Ban Thường vụ",
            signing_capacity="on-behalf",
            urgency="urgent",
            **_common(at),
        )
    )
    return at.text


def _meaning(at: Writer, rows: Rows) -> None:
    start, end = at.find("Sở Y tế")
    rows["assignments"].append(
        Assignment(
            assignment_id="a1",
            clause_id="son-la-mau/1.a",
            directive_id="son-la-mau",
            agency="Sở Y tế",
            agency_id="so-y-te",
            role="assigned",
            text="Sở Y tế",
            source_start=start,
            source_end=end,
        )
    )
    start, end = at.find("trước ngày 10/4/2020")
    rows["deadlines"].append(
        Deadline(
            deadline_id="d1",
            clause_id="son-la-mau/1.a",
            directive_id="son-la-mau",
            kind="due",
            ends_on=date(2020, 4, 10),
            at_time="17:00",
            text="trước ngày 10/4/2020",
            source_start=start,
            source_end=end,
        )
    )
    start, end = at.find("hằng tuần")
    rows["deadlines"].append(
        Deadline(
            deadline_id="d2",
            clause_id="son-la-mau/2",
            directive_id="son-la-mau",
            kind="recurrence",
            recurrence="FREQ=WEEKLY;BYDAY=FR",
            text="hằng tuần",
            source_start=start,
            source_end=end,
        )
    )
    start, end = at.find("Chỉ thị số 16/CT-TTg ngày 31/3/2020")
    rows["citations"].append(
        Citation(
            citation_id="c1",
            clause_id="son-la-mau/preamble.par1",
            directive_id="son-la-mau",
            cited_type="chi-thi",
            cited_number="16/CT-TTg",
            cited_on=date(2020, 3, 31),
            relation="implements",
            text="Chỉ thị số 16/CT-TTg ngày 31/3/2020",
            work_id="chi-thi-16-ct-ttg-2020",
            source_start=start,
            source_end=end,
        )
    )
    start, end = at.find("Kết luận số 01-KL/TU")
    rows["citations"].append(
        Citation(
            citation_id="c2",
            clause_id="son-la-mau/2",
            directive_id="son-la-mau",
            cited_type="ket-luan",
            cited_number="01-KL/TU",
            relation="replaces",
            text="Kết luận số 01-KL/TU",
            work_id="ket-luan-01-kl-tu",
            source_start=start,
            source_end=end,
        )
    )
    rows["recipients"].append(
        Recipient(
            recipient_id="r1",
            directive_id="son-la-mau",
            position=1,
            list="distribution",
            name="Các huyện uỷ",
            note="để báo cáo",
        )
    )
    rows["anomalies"].append(
        Anomaly(
            anomaly_id="n1",
            directive_id="son-la-mau",
            clause_id="son-la-mau/1",
            kind="suspected-ocr",
            text="dich",
            suggestion="dịch",
            source_start=0,
            source_end=4,
        )
    )


def _hostile(rows: Rows) -> str:
    """A document in which every printed field tries to get out of its place."""
    at = Writer("tinh-la", rows)
    at.add("boilerplate", HOSTILE, rule="web-menu")
    at.clause("1", HOSTILE[:30], HOSTILE)
    at.clause("1.par1", None, "Nhắc lại.", kind="paragraph", parent="1", markdown=HOSTILE)
    start, end = at.find("Nhắc lại")
    common: dict[str, Any] = {"directive_id": "tinh-la", "source_start": start, "source_end": end}
    rows["citations"].append(
        Citation(
            citation_id="c3",
            clause_id="tinh-la/1.par1",
            cited_type="other",
            cited_number=HOSTILE,
            cited_issuer=HOSTILE,
            cited_title=HOSTILE,
            cited_provision=HOSTILE,
            relation="cites",
            text=HOSTILE,
            work_id="khac-la",
            **common,
        )
    )
    rows["assignments"].append(
        Assignment(
            assignment_id="a2",
            clause_id="tinh-la/1.par1",
            agency=HOSTILE,
            role="lead",
            text=HOSTILE,
            **common,
        )
    )
    rows["deadlines"].append(
        Deadline(
            deadline_id="d3", clause_id="tinh-la/1.par1", kind="event", basis=HOSTILE, text=HOSTILE, **common
        )
    )
    rows["anomalies"].append(
        Anomaly(
            anomaly_id="n2",
            clause_id="tinh-la/1",
            kind="repeated-phrase",
            text=HOSTILE,
            suggestion=HOSTILE,
            **common,
        )
    )
    rows["stamps"].append(
        Stamp(
            stamp_id="s1",
            kind="received",
            office=HOSTILE,
            number=HOSTILE,
            forwarded_to=HOSTILE,
            text=HOSTILE,
            **common,
        )
    )
    rows["recipients"].append(
        Recipient(
            recipient_id="r2",
            directive_id="tinh-la",
            position=1,
            list="addressee",
            name=HOSTILE,
            note=HOSTILE,
        )
    )
    rows["directives"].append(
        Directive(
            directive_id="tinh-la",
            document_type="chi-thi",
            number=HOSTILE,
            title=HOSTILE,
            issuer=HOSTILE,
            issuer_branch="state",
            province="Sơn La",
            place=HOSTILE,
            issued_on=date(2021, 2, 5),
            issued_on_basis="dateline",
            signer_name=HOSTILE,
            signer_title=HOSTILE,
            signed_for=HOSTILE,
            **_common(at),
        )
    )
    return at.text


def _bare(rows: Rows) -> str:
    """A document of which nothing is known but one paragraph."""
    at = Writer("khong-ro", rows)
    at.clause("preamble.par1", None, "Một đoạn duy nhất.", kind="paragraph", role="preamble")
    rows["directives"].append(Directive(directive_id="khong-ro", document_type="other", **_common(at)))
    return at.text


def _common(at: Writer) -> dict[str, Any]:
    return {
        "clause_count": len(at.clauses),
        "word_count": sum(len((row.text or "").split()) for row in at.clauses),
        "character_coverage": 0.9,
        "source_path": f"source/{at.directive_id}.txt",
        "source_sha256": sha256(at.text.encode()).hexdigest(),
        "source_medium": "web",
        "source_encoding": "utf-8",
    }


def _lists(rows: Rows) -> None:
    rows["validity"] += [
        Validity(
            directive_id="son-la-mau", state="period-stated", ends_on=date(2021, 12, 31), reason=HOSTILE
        ),
        Validity(directive_id="tinh-la", state="repealed", by_directive_id="son-la-mau"),
    ]
    rows["rules"].append(
        RuleRow(
            rule_id="web-menu", stage="clean", action="remove", reason=HOSTILE, example=HOSTILE, hit_count=2
        )
    )
    rows["agencies"].append(
        Agency(
            agency_id="so-y-te",
            name="Sở Y tế",
            name_en="Department of Health",
            branch="state",
            level="province",
        )
    )
    rows["agencies"].append(
        Agency(agency_id="khong-ai-goi", name="Sở Khác", name_en="Other", branch="state", level="province")
    )
    rows["provinces"] += [
        Province(province_code="14", name="Sơn La", name_en="Son La", slug="son-la"),
        Province(province_code="01", name="Hà Nội", name_en="Ha Noi", slug="ha-noi"),
    ]
    rows["works"] += [
        Work(
            work_id="chi-thi-16-ct-ttg-2020",
            document_type="chi-thi",
            number="16/CT-TTg",
            issued_on=date(2020, 3, 31),
            issuer="Thủ tướng Chính phủ",
            citation_count=1,
        ),
        Work(
            work_id="ket-luan-01-kl-tu",
            document_type="ket-luan",
            number="01-KL/TU",
            citation_count=1,
            replaced_by="son-la-mau",
        ),
        Work(
            work_id="khac-la",
            document_type="other",
            number=HOSTILE,
            title=HOSTILE,
            issuer=HOSTILE,
            citation_count=1,
        ),
    ]


def _topics(rows: Rows) -> None:
    """A topic with a narrower one that two documents order, and one that none does, all described in hostile words."""
    common: dict[str, Any] = {"scheme": "who-phsm", "definition": HOSTILE, "definition_en": HOSTILE}
    rows["topics"] += [
        Topic(topic_id="cach-ly", name="Cách ly", name_en="Isolation", **common),
        Topic(topic_id="khu-cach-ly", name="Khu cách ly", name_en="Centres", parent_id="cach-ly", **common),
        Topic(topic_id="bau-cu", name=HOSTILE, name_en=HOSTILE, **common),
    ]
    for number, (path, topic, text) in enumerate(
        [
            ("son-la-mau/1", "cach-ly", "phòng, chống dịch"),
            ("son-la-mau/1.a", "cach-ly", "rà soát"),
            ("son-la-mau/1.a", "khu-cach-ly", "không có ở đây"),
            ("tinh-la/1", "cach-ly", HOSTILE[:20]),
            ("khong-ro/preamble.par1", "cach-ly", "đoạn"),
        ]
    ):
        rows["clause_topics"].append(
            ClauseTopic(
                clause_topic_id=f"t{number}",
                clause_id=path,
                directive_id=path.split("/")[0],
                topic_id=topic,
                text=text,
                source_start=0,
                source_end=4,
            )
        )
