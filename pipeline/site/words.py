"""The words that readers see for the codes of the data, and how dates and numbers are written."""

import re
from collections.abc import Mapping
from datetime import date

from pipeline.codelists import document_types
from pipeline.tables import Directive

UNKNOWN = "Chưa rõ"
UNDATED = "Chưa rõ ngày"

DOCUMENT_TYPES: Mapping[str, str] = {entry.code: entry.name for entry in document_types()}
BRANCHES = {"party": "Đảng", "state": "Nhà nước", "front": "Mặt trận, đoàn thể"}
VALIDITY_STATES = {
    "replaced": "Đã được thay thế",
    "repealed": "Đã bị bãi bỏ",
    "period-stated": "Văn bản nêu ngày hết hiệu lực",
    "period-open": "Có hiệu lực đến khi có thông báo hoặc văn bản khác",
    "no-end-stated": "Không nêu ngày hết hiệu lực",
}
DATE_BASES = {
    "dateline": "Theo dòng ngày tháng",
    "narrative": "Theo lời văn",
    "received-stamp": "Theo dấu đến",
    "signature": "Theo chữ ký số",
    "curated": "Người phụ trách xác định",
}
CAPACITIES = {
    "on-behalf": "thay mặt",
    "deputy": "ký thay",
    "by-order": "thừa lệnh",
    "authorised": "thừa ủy quyền",
    "acting": "quyền",
}
URGENCIES = {"urgent": "Khẩn", "very-urgent": "Thượng khẩn", "express": "Hỏa tốc"}
CONFIDENTIALITIES = {"confidential": "Mật", "secret": "Tối mật", "top-secret": "Tuyệt mật"}
MEDIA = {"scan": "Bản quét", "web": "Trang mạng", "digital": "Bản điện tử"}
RELATIONS = {
    "cites": "Viện dẫn",
    "implements": "Thực hiện",
    "based-on": "Căn cứ",
    "replaces": "Thay thế",
    "amends": "Sửa đổi, bổ sung",
    "repeals": "Bãi bỏ",
    "self": "Chính văn bản này",
}
ROLES = {
    "lead": "chủ trì",
    "assigned": "thực hiện",
    "coordinate": "phối hợp",
    "requested": "được đề nghị",
    "instructed": "được yêu cầu",
    "implement": "thi hành văn bản này",
}
DEADLINE_KINDS = {
    "due": "Hạn chót",
    "period": "Khoảng thời gian",
    "recurrence": "Định kỳ",
    "event": "Theo sự kiện",
}
LEVELS = {
    "central": "Trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện",
    "commune": "Cấp xã",
    "any": "Mọi cấp",
}
ANOMALIES = {
    "suspected-ocr": "Có thể lỗi nhận dạng chữ",
    "repeated-phrase": "Từ ngữ lặp lại",
    "numbering-gap": "Số thứ tự nhảy cách",
    "numbering-repeat": "Số thứ tự lặp lại",
    "suspected-label": "Số đầu dòng đáng ngờ",
    "missing-number": "Không có số, ký hiệu",
    "missing-date": "Không có ngày ban hành",
    "conflicting-date": "Ngày tháng mâu thuẫn",
    "unknown-agency": "Cơ quan chưa có trong danh mục",
    "unknown-issuer": "Chưa rõ cơ quan ban hành",
    "unknown-province": "Chưa rõ tỉnh, thành phố",
    "unbalanced-quote": "Ngoặc kép không cân",
    "truncated": "Văn bản bị cắt",
    "not-a-document": "Không có lời văn của văn bản",
    "unplaced-text": "Lời văn chưa rõ thuộc điều khoản nào",
    "several-documents": "Nhiều văn bản trong một tệp",
    "legacy-encoding": "Bảng mã cũ",
}
SEGMENT_KINDS = {
    "heading": "Tiêu đề, quốc hiệu",
    "title": "Trích yếu",
    "dateline": "Địa danh, ngày tháng",
    "number": "Số, ký hiệu",
    "mark": "Dấu khẩn, mật",
    "addressee": "Kính gửi",
    "label": "Số đầu dòng",
    "text": "Lời văn",
    "recipient": "Nơi nhận",
    "signature": "Chữ ký",
    "footnote": "Chú thích",
    "stamp": "Dấu, bút phê",
    "boilerplate": "Phần của trang mạng",
    "furniture": "Đường kẻ, ký hiệu trình bày",
    "markup": "Mã trình bày của trang mạng",
}
STAMPS = {
    "received": "Dấu đến",
    "digital-signature": "Chữ ký số",
    "handwritten-signature": "Chữ ký tay",
    "handwritten-note": "Bút phê",
    "seal": "Con dấu",
}
FIELDS = {
    "document_type": "loại văn bản",
    "number": "số, ký hiệu",
    "title": "trích yếu",
    "issuer": "cơ quan ban hành",
    "issuer_branch": "hệ thống",
    "province": "tỉnh, thành phố",
    "place": "địa danh",
    "issued_on": "ngày ban hành",
    "issued_on_basis": "căn cứ của ngày",
    "signer_name": "người ký",
    "signer_title": "chức vụ",
    "signed_for": "ký thay ai",
    "signing_capacity": "tư cách ký",
    "urgency": "độ khẩn",
    "confidentiality": "độ mật",
}
SCHEMES = {
    "who-phsm": "Biện pháp y tế công cộng và xã hội (tám nhóm của WHO)",
    "phsm-extension": "Bổ sung cho tám nhóm của WHO",
    "general": "Chủ đề chung",
}
FIGURES = {
    "clause tree": ("Cây điều khoản", "đúng chỗ, đúng cấp, đúng số đầu dòng"),
    "clause text": ("Lời văn điều khoản", "trùng từng ký tự"),
    "citations": ("Viện dẫn", "tìm ra, không thừa, đúng số và ngày"),
    "relations": ("Quan hệ của viện dẫn", "thay thế, sửa đổi, căn cứ …"),
    "deadlines": ("Thời hạn", "tìm ra, không thừa, đúng ngày"),
    "recipients": ("Nơi nhận", "tìm ra, không thừa"),
    "assignments (recall)": ("Việc được giao: tìm ra", "trong những trường hợp đã đánh dấu"),
    "assignments (complete)": ("Việc được giao: đủ và không thừa", "ở văn bản đánh dấu trọn vẹn"),
    "assignment roles": ("Vai trò được giao", "chủ trì, phối hợp, được đề nghị …"),
    "stamps": ("Dấu, chữ ký số, bút phê", "tìm ra, không thừa"),
    "topics": ("Chủ đề", "tìm ra, không thừa"),
    "removed lines": ("Dòng bị loại bỏ", "bỏ đúng dòng, không bỏ nhầm"),
    "directive fields": ("Trường của văn bản", "số, trích yếu, ngày, người ký …"),
}
FIGURES_EN = {
    "clause tree": ("Clause tree", "right place, level and label"),
    "clause text": ("Clause text", "equal to the letter"),
    "citations": ("Citations", "found, none invented, right number and date"),
    "relations": ("Relations of citations", "replaces, amends, based on …"),
    "deadlines": ("Deadlines", "found, none invented, right dates"),
    "recipients": ("Recipients", "found, none invented"),
    "assignments (recall)": ("Assignments: found", "of the cases that were marked"),
    "assignments (complete)": ("Assignments: all and none invented", "in documents marked in full"),
    "assignment roles": ("Roles in assignments", "lead, coordinate, requested …"),
    "stamps": ("Stamps and signatures", "found, none invented"),
    "topics": ("Topics", "found, none invented"),
    "removed lines": ("Removed lines", "the right lines, and no others"),
    "directive fields": ("Fields of a document", "number, title, date, signatory …"),
}
STAGES_EN = {"read": "Read", "clean": "Clean", "structure": "Structure", "enrich": "Enrich"}
STAGES = {"read": "Đọc", "clean": "Làm sạch", "structure": "Dựng cấu trúc", "enrich": "Nhận ý"}
ACTIONS = {"remove": "loại bỏ", "recognise": "nhận ra", "join": "nối", "flag": "báo"}
CODES: Mapping[str, Mapping[str, str]] = {
    "document_type": DOCUMENT_TYPES,
    "cited_type": DOCUMENT_TYPES,
    "issuer_branch": BRANCHES,
    "branch": BRANCHES,
    "issued_on_basis": DATE_BASES,
    "signing_capacity": CAPACITIES,
    "urgency": URGENCIES,
    "confidentiality": CONFIDENTIALITIES,
    "source_medium": MEDIA,
    "relation": RELATIONS,
    "level": LEVELS,
    "stage": STAGES,
    "action": ACTIONS,
    "anomalies.kind": ANOMALIES,
    "segments.kind": SEGMENT_KINDS,
    "stamps.kind": STAMPS,
    "deadlines.kind": DEADLINE_KINDS,
    "assignments.role": ROLES,
    "scheme": SCHEMES,
    "state": VALIDITY_STATES,
}

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NUMBERED = re.compile(r"\b(số|ngày|tháng|năm|Điều|khoản|điểm)\s+(?=[\d\w])")
_ISO_DATE = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_FREQUENCIES = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm", "HOURLY": "giờ"}
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), _WEEKDAYS, strict=True))


def vietnamese_date(day: date | None) -> str:
    """A date as official prose writes it, `31/3/2020`; empty where unknown."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def dates_in_words(text: str) -> str:
    """Text whose ISO dates are written as prose writes them: `kể từ 2020-04-01` → `kể từ 1/4/2020`."""
    return _ISO_DATE.sub(lambda match: f"{int(match[3])}/{int(match[2])}/{match[1]}", text)


def weekday(day: date) -> str:
    """The name of a day's weekday, e.g. `thứ Ba`."""
    return _WEEKDAYS[day.weekday()]


def vietnamese_number(number: int) -> str:
    """An integer with Vietnamese thousands marks, `12.716`."""
    return f"{number:,}".replace(",", ".")


def tied(text: str) -> str:
    """Text in which «số», «ngày», «Điều» … cannot be torn from what they count at a line's end."""
    return _NUMBERED.sub("\\1\u00a0", text)


def recurrence(rule: str) -> str:
    """An RFC 5545 rule in words: `FREQ=WEEKLY;BYDAY=FR` → `hằng tuần, thứ Sáu`; parts it lacks words for stay."""
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if "=" in part)
    unit = _FREQUENCIES.get(parts.pop("FREQ", ""))
    if unit is None:
        return rule
    interval = parts.pop("INTERVAL", "1")
    said = [f"hằng {unit}" if interval == "1" else f"{interval} {unit} một lần"]
    if days := parts.pop("BYDAY", ""):
        said.append(", ".join(_DAYS.get(day, day) for day in days.split(",")))
    if days := parts.pop("BYMONTHDAY", ""):
        said.append("ngày cuối" if days == "-1" else f"ngày {days}")
    said += [f"{name}={value}" for name, value in sorted(parts.items())]
    return ", ".join(said)


def type_name(directive: Directive) -> str:
    """The Vietnamese name of a document's type, e.g. `Kết luận`."""
    return DOCUMENT_TYPES[directive.document_type]


def issuer_name(directive: Directive) -> str:
    """The issuer with its province: `Ban Thường vụ Tỉnh ủy Sơn La`; `Chưa rõ` where the source does not say."""
    if not directive.issuer:
        return UNKNOWN
    province = directive.province or ""
    if not province or province in directive.issuer:
        return directive.issuer
    if province.startswith("Thành phố ") and directive.issuer.endswith(" thành phố"):
        return directive.issuer.removesuffix(" thành phố") + " " + province
    return f"{directive.issuer} {province}"


def short_name(directive: Directive) -> str:
    """How a document is called in a list: `Kết luận 296-KL/TU`, or its type, province and date without a number."""
    if directive.number:
        return f"{type_name(directive)} {directive.number}"
    dated = f" ngày {vietnamese_date(directive.issued_on)}" if directive.issued_on else ""
    place = f" {directive.province}" if directive.province else ""
    return f"{type_name(directive)}{place}{dated}"


def subject(directive: Directive) -> str:
    """The trích yếu as printed, or words that say that there is none."""
    return directive.title or "Không có trích yếu"
