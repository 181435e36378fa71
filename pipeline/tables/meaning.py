"""The rows that say what a directive means: recipients, citations, who must act, by when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.tables.core import CLAUSE_ID, DIRECTIVE_ID, Branch, DocumentType
from pipeline.tables.schema import SLUG, column

RecipientList = Literal["addressee", "distribution"]
Relation = Literal["cites", "implements", "based-on", "replaces", "amends", "repeals", "self"]
AssignmentRole = Literal["lead", "assigned", "coordinate", "requested", "instructed", "implement"]
DeadlineKind = Literal["due", "period", "recurrence", "event"]
AgencyLevel = Literal["central", "province", "district", "commune", "any"]

AGENCY_ID = "agencies.agency_id"
_DOCUMENT = ("Văn bản", "Document")
_CLAUSE = ("Điều khoản", "Clause")
_TEXT = ("Chữ như in", "The words as printed")
_START = ("Vị trí ký tự đầu trong nguồn (từ 0)", "First character in the source (0-based)")
_END = ("Vị trí sau ký tự cuối trong nguồn", "Position after the last character")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One line of «Kính gửi», «Điện» or «Nơi nhận»."""

    recipient_id: str = column("Mã", "Identifier", key=True)
    directive_id: str = column(*_DOCUMENT, required=True, references=DIRECTIVE_ID)
    position: int = column("Thứ tự: 1, 2, 3 …", "Order: 1, 2, 3 …", required=True, minimum=1)
    list: RecipientList = column(
        "Danh sách: addressee = Kính gửi, Điện; distribution = Nơi nhận",
        "Addressee or distribution list",
        required=True,
    )
    name: str = column("Tên như in", "Name as printed", required=True)
    note: str | None = column(
        "Ghi chú trong ngoặc, ví dụ để báo cáo", "Note in brackets, e.g. for report", default=None
    )
    agency_id: str | None = column(
        "Cơ quan trong danh mục", "Agency in the code list", references=AGENCY_ID, default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mention of another document (viện dẫn)."""

    citation_id: str = column("Mã", "Identifier", key=True)
    clause_id: str | None = column(
        "Điều khoản viện dẫn; trống khi ở trích yếu hoặc phần đầu", "Citing clause; empty in title and front matter",
        references=CLAUSE_ID, default=None,
    )  # fmt: skip
    directive_id: str = column(*_DOCUMENT, required=True, references=DIRECTIVE_ID)
    cited_type: DocumentType = column(
        "Loại văn bản được viện dẫn", "Type of the cited document", required=True
    )
    cited_number: str | None = column("Số, ký hiệu như in", "Number as printed", default=None)
    cited_on: date | None = column(
        "Ngày của văn bản được viện dẫn", "Its date, where stated here", default=None
    )
    cited_issuer: str | None = column("Cơ quan ban hành như in", "Its issuer as printed", default=None)
    cited_title: str | None = column("Tên, trích yếu như in", "Its title as printed", default=None)
    cited_provision: str | None = column(
        "Điều khoản được viện dẫn, ví dụ Điều 49", "Provision cited, e.g. Điều 49", default=None
    )
    relation: Relation = column(
        "Quan hệ: viện dẫn, thực hiện, căn cứ, thay thế, sửa đổi, bãi bỏ, chính nó",
        "Relation: cites, implements, based on, replaces, amends, repeals, itself",
        required=True,
    )
    text: str = column(*_TEXT, required=True)
    work_id: str | None = column(
        "Văn bản được viện dẫn trong bảng works",
        "The cited document in works",
        references="works.work_id",
        default=None,
    )
    source_start: int = column(*_START, required=True, minimum=0)
    source_end: int = column(*_END, required=True, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One distinct cited document, whether or not the corpus holds it."""

    work_id: str = column("Mã", "Identifier", key=True, pattern=SLUG)
    document_type: DocumentType = column("Loại văn bản", "Type of document", required=True)
    number: str | None = column("Số, ký hiệu", "Number", default=None)
    issued_on: date | None = column("Ngày ban hành", "Date of issue", default=None)
    issuer: str | None = column("Cơ quan ban hành", "Issuing body", default=None)
    title: str | None = column("Tên, trích yếu", "Title", default=None)
    directive_id: str | None = column(
        "Văn bản này trong kho",
        "The same document where the corpus holds it",
        references=DIRECTIVE_ID,
        default=None,
    )
    citation_count: int = column("Số lần được viện dẫn", "Times cited", required=True, minimum=0)
    replaced_by: str | None = column(
        "Văn bản trong kho đã thay thế nó",
        "Directive of the corpus that replaces it",
        references=DIRECTIVE_ID,
        default=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One agency made responsible by one clause (giao, chủ trì, phối hợp, đề nghị, yêu cầu)."""

    assignment_id: str = column("Mã", "Identifier", key=True)
    clause_id: str = column(
        "Điều khoản nêu tên cơ quan. Điểm không nêu ai, hoặc chỉ nêu cơ quan phối hợp, là việc của cơ quan nêu ở điều khoản gần nhất phía trên nó",
        "The clause that names it. A point that names nobody, or only `coordinate` bodies, is the duty of those named in the nearest "
        "clause above it (clauses.parent_id)",
        required=True,
        references=CLAUSE_ID,
    )
    directive_id: str = column(*_DOCUMENT, required=True, references=DIRECTIVE_ID)
    agency: str = column("Cơ quan, tên chuẩn", "Agency, canonical name", required=True)
    agency_id: str | None = column(
        "Cơ quan trong danh mục", "Agency in the code list", references=AGENCY_ID, default=None
    )
    role: AssignmentRole = column(
        "Vai trò: chủ trì, được giao, phối hợp, được đề nghị, được yêu cầu; implement = chịu trách nhiệm thi hành văn bản này",
        "Role: lead, assigned, coordinate, requested, instructed; implement = carries out the document as a whole",
        required=True,
    )
    text: str = column(*_TEXT, required=True)
    source_start: int = column(*_START, required=True, minimum=0)
    source_end: int = column(*_END, required=True, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One agency or office of the code list (cơ quan, tổ chức, chức danh)."""

    agency_id: str = column("Mã", "Identifier", key=True, pattern=SLUG)
    name: str = column("Tên chuẩn đầy đủ", "Full official name", required=True)
    name_en: str = column("Tên tiếng Anh", "English name", required=True)
    branch: Branch = column("Hệ thống", "Branch", required=True)
    level: AgencyLevel = column("Cấp", "Level of government", required=True)
    aliases: str | None = column(
        "Các cách viết khác, ngăn bằng ;", "Other spellings, separated by ;", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One time limit set by one clause (thời hạn)."""

    deadline_id: str = column("Mã", "Identifier", key=True)
    clause_id: str = column(*_CLAUSE, required=True, references=CLAUSE_ID)
    directive_id: str = column(*_DOCUMENT, required=True, references=DIRECTIVE_ID)
    kind: DeadlineKind = column(
        "Loại: hạn chót, khoảng thời gian, định kỳ, theo sự kiện",
        "Due date, period, recurrence or event",
        required=True,
    )
    starts_on: date | None = column("Từ ngày", "First day", default=None)
    ends_on: date | None = column("Đến ngày, hạn chót", "Last day or due date", default=None)
    at_time: str | None = column(
        "Giờ, HH:MM", "Time of day, HH:MM", pattern=r"([01][0-9]|2[0-4]):[0-5][0-9]", default=None
    )
    recurrence: str | None = column("Chu kỳ theo RFC 5545", "RFC 5545 RRULE", default=None)
    basis: str | None = column(
        "Cách tính ngày, khi ngày được tính ra", "How a computed date was computed", default=None
    )
    text: str = column(*_TEXT, required=True)
    source_start: int = column(*_START, required=True, minimum=0)
    source_end: int = column(*_END, required=True, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """One province-level unit (tỉnh, thành phố trực thuộc trung ương), of the 63 until 2025-06-30 or the 34 since.

    Thừa Thiên Huế and Huế are two rows with one code: the name is what a document of its time bears.
    """

    province_code: str = column(
        "Mã của Tổng cục Thống kê", "General Statistics Office code", required=True, pattern="[0-9]{2}"
    )
    name: str = column("Tên chuẩn, không kèm «tỉnh»", "Canonical name without «tỉnh»", key=True)
    name_en: str = column("Tên tiếng Anh", "English name", required=True)
    merged_into: str | None = column(
        "Tỉnh mới từ 01/7/2025; trống nếu giữ nguyên",
        "Province it joined on 2025-07-01; empty if it stands",
        references="provinces.name",
        default=None,
    )
    slug: str = column("Tên trong địa chỉ trang", "Name in page addresses", required=True, pattern=SLUG)
