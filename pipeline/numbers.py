"""Document numbers in a form to compare: two spellings of one number give one key."""

import re

from pipeline.text import bare

_DIGITS = re.compile(r"\d[\d ]*")
_YEAR = re.compile(r"(?<=[/-])(?:19|20)\d\d(?=\D)")


def number_key(number: str) -> str:
    """Give a number without its spelling: `16/CT-TTg` and `016 /CT–TTG` → `16ctttg`.

    Accents, case, blanks, separators and leading zeros are dropped, a year stays set off by a dot:
    `05/2019/QĐ-UBND` → `5.2019.qdubnd`.
    """
    plain = re.sub(r"\s", "", bare(number)).lstrip("0")
    if year := _YEAR.search(plain):
        head, tail = plain[: year.start()], plain[year.end() :]
        return ".".join((_letters(head), year.group(), _letters(tail)))
    return _letters(plain)


def printed_year(number: str) -> int | None:
    """Give the year that a number holds (`126/2020/NĐ-CP` → 2020), if it holds one."""
    year = _YEAR.search(re.sub(r"\s", "", number))
    return int(year.group()) if year else None


def leading_number(number: str) -> int | None:
    """Give the running number itself, of `16/CT-TTg` 16; None where no digit opens it."""
    digits = _DIGITS.match(number)
    return int(digits.group().replace(" ", "")) if digits else None


def has_code(number: str) -> bool:
    """Whether a number has its code (`16/CT-TTg`) or is a short form (`16`)."""
    return any(character.isalpha() for character in number[1:])


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)


_CENTRAL = {
    "ttg": "Thủ tướng Chính phủ", "cp": "Chính phủ", "vpcp": "Văn phòng Chính phủ", "ctn": "Chủ tịch nước",
    "byt": "Bộ Y tế", "btc": "Bộ Tài chính", "bnv": "Bộ Nội vụ", "bca": "Bộ Công an", "bqp": "Bộ Quốc phòng",
    "bgddt": "Bộ Giáo dục và Đào tạo", "bgtvt": "Bộ Giao thông vận tải", "bxd": "Bộ Xây dựng", "bct": "Bộ Công Thương",
    "btttt": "Bộ Thông tin và Truyền thông", "bkhcn": "Bộ Khoa học và Công nghệ", "btp": "Bộ Tư pháp",
    "btnmt": "Bộ Tài nguyên và Môi trường", "bnnptnt": "Bộ Nông nghiệp và Phát triển nông thôn", "bng": "Bộ Ngoại giao",
    "bldtbxh": "Bộ Lao động - Thương binh và Xã hội", "bvhttdl": "Bộ Văn hóa, Thể thao và Du lịch",
    "bkhdt": "Bộ Kế hoạch và Đầu tư", "bnnmt": "Bộ Nông nghiệp và Môi trường", "nhnn": "Ngân hàng Nhà nước Việt Nam",
    "ttcp": "Thanh tra Chính phủ", "tandtc": "Tòa án nhân dân tối cao", "vksndtc": "Viện kiểm sát nhân dân tối cao",
    "ktnn": "Kiểm toán nhà nước",
}  # fmt: skip
_CENTRAL_ONLY = re.compile(r"(?:(?:ubtv)?qh\d{0,2}|tw|[a-z]{2,6}tw|bcdqg|uybandantoc|ubdt|bhxhvn|tld|dct)")
_PARTY = re.compile(r"\d{1,6}[a-z]?\s?[-–]\s?[A-ZĐ][A-Za-zĐđyi]{0,4}\s?/")


def is_central(number: str) -> bool:
    """Whether a body of the centre gave a number, so that no two provinces can each have it: `16/CT-TTg`, `10-NQ/TW`."""
    return any(group in _CENTRAL or _CENTRAL_ONLY.fullmatch(group) for group in _groups(number))


def is_party(number: str) -> bool:
    """Whether a number is written as the Party writes it, `296-KL/TU` (Hướng dẫn 36-HD/VPTW)."""
    return _PARTY.match(number.replace(" ", "")) is not None


def implied_issuer(number: str) -> str | None:
    """Name the body that a number's suffix stands for, `24/2020/TT-BYT` → `Bộ Y tế`; None where several share it."""
    groups = _groups(number)
    if not groups or not groups[0]:
        return None
    if re.fullmatch(r"qh\d{1,2}", groups[-1]):
        return "Quốc hội"
    if re.fullmatch(r"ubtvqh\d{1,2}", groups[-1]):
        return "Ủy ban Thường vụ Quốc hội"
    named = [_CENTRAL[group] for group in groups if group in _CENTRAL]
    return named[0] if len(named) == 1 else None


def _groups(number: str) -> list[str]:
    """The letter groups of a number, accents and case dropped: `3218/TTr-BKHĐT` → `ttr`, `bkhdt`."""
    return [group for group in re.split(r"[\s/–-]+", bare(number)) if group[:1].isalpha()]
