"""The rows of the two core tables: directives and their clauses."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.tables.schema import SLUG, column

DocumentType = Literal[
    "chi-thi", "ket-luan", "thong-bao", "cong-dien", "cong-van", "nghi-quyet", "quyet-dinh", "ke-hoach",
    "huong-dan", "thong-tri", "quy-dinh", "quy-che", "chuong-trinh", "to-trinh", "bao-cao", "thong-tu",
    "nghi-dinh", "luat", "phap-lenh", "loi-keu-goi", "dien", "other",
]  # fmt: skip
Branch = Literal["party", "state", "front"]
DateBasis = Literal["dateline", "narrative", "received-stamp", "signature", "curated"]
SigningCapacity = Literal["on-behalf", "deputy", "by-order", "authorised", "acting"]
Urgency = Literal["urgent", "very-urgent", "express"]
Confidentiality = Literal["confidential", "secret", "top-secret"]
Medium = Literal["scan", "web", "digital"]
ClauseKind = Literal[
    "part", "chapter", "section", "subsection", "article", "clause", "point", "bullet", "paragraph"
]
Role = Literal["preamble", "operative", "closing", "annex"]

DIRECTIVE_ID = "directives.directive_id"
CLAUSE_ID = "clauses.clause_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One official document (văn bản)."""

    directive_id: str = column(
        "Mã văn bản: tên tệp nguồn, do người phụ trách chọn, không bao giờ tính ra, để đường dẫn bền",
        "The source file's stem, chosen by the maintainer and never computed, so that links last",
        key=True, pattern=SLUG,
    )  # fmt: skip
    document_type: DocumentType = column("Loại văn bản", "Type of document", required=True)
    number: str | None = column("Số, ký hiệu như in", "Number and code as printed", default=None)
    title: str | None = column("Trích yếu, một dòng", "Subject line (trích yếu), one line", default=None)
    issuer: str | None = column(
        "Cơ quan ban hành, tên chuẩn không kèm tên tỉnh",
        "Issuing body, canonical name without its province",
        default=None,
    )
    issuer_branch: Branch | None = column(
        "Hệ thống của cơ quan ban hành: Đảng, Nhà nước, Mặt trận và đoàn thể",
        "Branch of the issuing body: party, state, or front and mass organisations",
        default=None,
    )
    province: str | None = column(
        "Tỉnh, thành phố, tên chuẩn tại thời điểm của văn bản",
        "Province, canonical name at the document's date",
        references="provinces.name", default=None,
    )  # fmt: skip
    place: str | None = column(
        "Địa danh ở dòng ngày tháng, như in", "Place in the date line, as printed", default=None
    )
    issued_on: date | None = column("Ngày ban hành", "Date of issue", default=None)
    issued_on_basis: DateBasis | None = column(
        "Căn cứ của ngày ban hành: dòng ngày tháng, lời văn, dấu đến, chữ ký số, người phụ trách",
        "What states the date of issue: date line, running text, registry stamp, digital signature, curator",
        default=None,
    )
    issued_not_before: date | None = column(
        "Ngày muộn nhất trong các văn bản được viện dẫn: văn bản không thể ban hành trước ngày này",
        "Latest date of any document it cites: a lower bound where the date of issue is empty",
        default=None,
    )
    signer_name: str | None = column("Người ký", "Signatory", default=None)
    signer_title: str | None = column("Chức vụ người ký", "Signatory's office", default=None)
    signed_for: str | None = column(
        "Ký thay mặt, ký thay cho (T/M, TM., KT., TL., TUQ., Q.)",
        "Body or head signed for (after T/M, TM., KT., TL., TUQ. or Q.)",
        default=None,
    )
    signing_capacity: SigningCapacity | None = column(
        "Tư cách ký: thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; trống là ký với chức vụ của mình",
        "Capacity: on behalf (TM.), deputy (KT.), by order (TL.), authorised (TUQ.), acting (Q.); empty: own office",
        default=None,
    )
    urgency: Urgency | None = column(
        "Độ khẩn: khẩn, thượng khẩn, hỏa tốc", "Urgency mark as printed, coded", default=None
    )
    confidentiality: Confidentiality | None = column(
        "Độ mật: mật, tối mật, tuyệt mật", "Secrecy mark as printed, coded", default=None
    )
    clause_count: int = column(
        "Số dòng của văn bản trong bảng clauses", "Rows in clauses", required=True, minimum=0
    )
    word_count: int = column(
        "Số tiếng trong lời văn của các điều khoản",
        "Words (syllables) in the clauses' text",
        required=True,
        minimum=0,
    )
    character_coverage: float = column(
        "Tỷ lệ ký tự nguồn (không kể khoảng trắng) được giữ lại",
        "Share of the source's non-blank characters that is kept",
        required=True, minimum=0, maximum=1,
    )  # fmt: skip
    source_path: str = column(
        "Đường dẫn tệp nguồn trong gói dữ liệu", "Path of the source file inside the package", required=True
    )
    source_sha256: str = column(
        "SHA-256 của tệp nguồn", "SHA-256 of the source file's bytes", required=True, pattern="[0-9a-f]{64}"
    )
    source_medium: Medium | None = column(
        "Nguồn: bản quét, trang mạng, bản điện tử", "Medium: scan, web page, born digital", default=None
    )
    source_encoding: str = column(
        "Bảng mã để giải mã tệp nguồn; utf-8+tcvn3: tệp UTF-8 mang chữ TCVN3",
        "Encoding that decodes the source file; utf-8+tcvn3: UTF-8 whose characters are TCVN3 read as Windows-1252",
        required=True,
    )


@dataclass(slots=True, kw_only=True)
class Clause:
    """One numbered clause, point, bullet or paragraph (điều, khoản, điểm, gạch đầu dòng, đoạn).

    Nothing changes one; it is not frozen as other rows are, since a document has many, as it has segments.
    """

    clause_id: str = column(
        "Mã điều khoản: directive_id/path", "Permanent identifier: directive_id/path",
        key=True, pattern=SLUG + r"/[A-Za-z0-9.~]+",
    )  # fmt: skip
    directive_id: str = column("Văn bản chứa nó", "Its document", required=True, references=DIRECTIVE_ID)
    parent_id: str | None = column(
        "Điều khoản chứa nó; trống ở bậc trên cùng", "Containing clause; empty at the top",
        references=CLAUSE_ID, default=None,
    )  # fmt: skip
    position: int = column(
        "Thứ tự đọc trong văn bản: 1, 2, 3 …", "Reading order: 1, 2, 3 …", required=True, minimum=1
    )
    level: int = column("Bậc; 1 là trên cùng", "Depth; 1 at the top", required=True, minimum=1)
    path: str = column(
        "Đường dẫn đến điều khoản, là neo trên trang, ví dụ 2.1.par1",
        "Path of labels, the anchor on the page, e.g. 2.1.par1",
        required=True, pattern=r"[A-Za-z0-9.~]+",
    )  # fmt: skip
    kind: ClauseKind = column(
        "Loại: phần, chương, mục, tiểu mục, điều, khoản, điểm, gạch đầu dòng, đoạn",
        "Kind of unit: part, chapter, section, subsection, article, clause, point, bullet, paragraph",
        required=True,
    )
    label: str | None = column(
        "Số hoặc dấu đầu dòng như in; trống nếu là đoạn",
        "Label as printed; empty for a paragraph",
        default=None,
    )
    role: Role = column(
        "Vai trò: phần mở đầu, nội dung, phần kết, phụ lục",
        "Preamble, operative, closing or annex",
        required=True,
    )
    text: str | None = column(
        "Lời văn không kèm số đầu dòng, chuẩn hóa theo quy ước",
        "Plain text without its label, normalised",
        default=None,
    )
    text_markdown: str | None = column(
        "Như text, giữ nhấn mạnh của nguồn bằng CommonMark",
        "The same with the source's emphasis as CommonMark",
        default=None,
    )
    source_start: int = column(
        "Vị trí ký tự đầu trong nguồn, kể cả số đầu dòng (từ 0)", "First character in the source, label included (0-based)",
        required=True, minimum=0,
    )  # fmt: skip
    source_end: int = column(
        "Vị trí sau ký tự cuối trong nguồn", "Position after the last character", required=True, minimum=0
    )
