"""How agencies are written: abbreviations, and sets of like bodies that are printed in many ways.

A text is cut into words on which names are compared. An abbreviation counts as the words it stands for (`UBND` →
ủy ban nhân dân), and a set of like bodies as one word: «các huyện, thị xã, thành phố», «huyện, thành phố» and
«cấp huyện» are the same set, since which of them a province has depends on the province.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a text, small, and where it stands; an abbreviation gives several words with one place."""

    text: str
    start: int
    end: int


# Written as officials write them; `&` and dashes inside vary and are left to the patterns below.
ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    (r"u\.?b\.?n\.?d", "Ủy ban nhân dân"),
    (r"hđnd", "Hội đồng nhân dân"),
    (r"ub\.?\s?mttq(?:\s?vn)?", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (r"mttq", "Mặt trận Tổ quốc"),
    (r"ubtw", "Ủy ban Trung ương"),
    (r"ubkt", "Ủy ban Kiểm tra"),
    (r"bcsđ|bcs\sđảng", "Ban cán sự đảng"),
    (r"btv", "Ban Thường vụ"),
    (r"btt", "Ban Thường trực"),
    (r"ttr?\.?(?=\s(?:hđnd|tỉnh ủy|thành ủy|huyện ủy))", "Thường trực"),
    (r"tthđnd", "Thường trực Hội đồng nhân dân"),
    (r"ubtvqh", "Ủy ban Thường vụ Quốc hội"),
    (r"pclb", "Phòng, chống lụt bão"),
    (r"qppl", "quy phạm pháp luật"),
    (r"bch(?=\s(?:quân sự|bộ đội|bđbp|biên phòng))", "Bộ Chỉ huy"),
    (r"bch\s?qs|bộ\schqs", "Bộ Chỉ huy Quân sự"),
    (r"chqs", "Chỉ huy Quân sự"),
    (r"bch", "Ban Chấp hành"),
    (r"bcđ", "Ban Chỉ đạo"),
    (r"bql", "Ban Quản lý"),
    (r"lđ\s?-?\s?tb\s?(?:&|và|-)?\s?xh", "Lao động - Thương binh và Xã hội"),
    (r"tb\s?(?:&|và|-)?\s?xh", "Thương binh và Xã hội"),
    (r"nn\s?(?:&|và|-)?\s?ptnt", "Nông nghiệp và Phát triển nông thôn"),
    (r"ptnt", "Phát triển nông thôn"),
    (r"tn\s?(?:&|và|-)?\s?mt", "Tài nguyên và Môi trường"),
    (r"gd\s?(?:&|và|-)?\s?đt", "Giáo dục và Đào tạo"),
    (r"kh\s?(?:&|và|-)?\s?đt", "Kế hoạch và Đầu tư"),
    (r"kh\s?(?:&|và|-)?\s?cn", "Khoa học và Công nghệ"),
    (r"tt\s?(?:&|và|-)\s?tt|tttt", "Thông tin và Truyền thông"),
    (r"vh\s?,?-?\s?tt\s?(?:&|và|-)?\s?dl", "Văn hóa, Thể thao và Du lịch"),
    (r"gtvt", "Giao thông vận tải"),
    (r"pt\s?(?:&|-)?\s?th", "Phát thanh - Truyền hình"),
    (r"ct\s?-?\s?xh", "chính trị - xã hội"),
    (r"kt\s?(?:&|và|-)?\s?ht", "Kinh tế và Hạ tầng"),
    (r"vh\s?(?:&|và|-)?\s?tt(?!\s?(?:và|&|dl|-))", "Văn hóa và Thông tin"),
    (r"tc\s?(?:&|-)?\s?kh", "Tài chính - Kế hoạch"),
    (r"qlđt", "Quản lý đô thị"),
    (r"ptds", "Phòng thủ dân sự"),
    (r"htx", "Hợp tác xã"),
    (r"pctt", "Phòng chống thiên tai"),
    (r"tkcn", "Tìm kiếm cứu nạn"),
    (r"tw|t\.ư", "Trung ương"),
    (r"bhxh", "Bảo hiểm xã hội"),
    (r"lđlđ", "Liên đoàn Lao động"),
    (r"lhpn", "Liên hiệp Phụ nữ"),
    (r"ccb", "Cựu chiến binh"),
    (r"tncs", "Thanh niên Cộng sản"),
    (r"bđbp", "Bộ đội Biên phòng"),
    (r"ttđt", "Thông tin điện tử"),
    (r"tandtc", "Tòa án nhân dân tối cao"),
    (r"tand", "Tòa án nhân dân"),
    (r"vksndtc", "Viện kiểm sát nhân dân tối cao"),
    (r"vksnd", "Viện kiểm sát nhân dân"),
    (r"nhnn", "Ngân hàng Nhà nước"),
    (r"kbnn", "Kho bạc Nhà nước"),
    (r"nhcsxh", "Ngân hàng Chính sách xã hội"),
    (r"kcn", "khu công nghiệp"),
    (r"kkt", "khu kinh tế"),
    (r"qltt", "Quản lý thị trường"),
    (r"atgt", "An toàn giao thông"),
    (r"ttg", "Thủ tướng"),
    (r"đbqh", "đại biểu Quốc hội"),
    (r"đ/c", "đồng chí"),
    (r"tp\.?", "thành phố"),
    (r"tx\.?", "thị xã"),
    (r"vp", "Văn phòng"),
)

_CAPITALS = "".join(
    chr(code) for code in (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(code).isupper()
)

# «các sở, Ban Quản lý …»: with a capital after it, the word begins a name of its own; «các bộ, ngành Trung ương».
_ALONE = rf"(?-i:(?!\s(?!Trung\s)[{_CAPITALS}]))"

# The joints of a list: comma, slash, «và», dash; each item may repeat «các».
_JOINT = r"(?:\s?[,/]\s?(?:và\s)?|\s(?:và|-)\s)(?:các\s)?"
_DISTRICT = (
    r"(?:quận|huyện|thị\sxã|thị(?!\s(?:xã|trấn|ủy|đoàn))|thành\sphố"
    r"|thành(?!\s(?:phố|phần|lập|viên|tích|công|ủy|đoàn))|tx\.?|tp\.?)"
)
_COMMUNE = r"(?:(?:xã|phường)(?!\s(?:đội|hội|viên))|thị\strấn|đặc\skhu)"
_HAMLET = r"(?:thôn|ấp|bản(?!\s(?:án|tin|đồ|cam))|làng|xóm|khóm|khu\sphố|khu\sdân\scư|tổ\sdân\sphố|buôn(?!\s(?:bán|lậu)))"
_CITY = r"(?:thành\sphố|thành(?!\s(?:phần|lập|viên|tích|công|ủy|đoàn))|tp\.?)(?!\sủy)"
_DISTRICT_PARTY = r"(?:huyện|thị|quận|thành)(?:\sủy)?"
_DISTRICT_PARTY_FULL = r"(?:huyện|thị|quận|thành)\sủy"
# «Công an huyện và Huyện ủy», «UBND huyện, Huyện ủy»: the first word is the end of another name.
_TWO_BODIES = r"(?!(?:huyện|thị|quận|thành)\svà\s|huyện,\shuyện|thị,\sthị|quận,\squận|thành,\sthành)"
_DISTRICT_YOUTH = r"(?:huyện|thị|quận|thành)(?:\sđoàn)?"
_DISTRICT_YOUTH_FULL = r"(?:huyện|thị|quận|thành)\sđoàn(?!\sthể)"
_NOT_CADRES = r"(?<!cán\s)(?<!nội\s)(?<!toàn\s)(?<!đảng\s)(?<!tiến\s)"
_NOT_OFFICES = r"(?<!công\s)(?<!cơ\s)(?<!trụ\s)"
_NOT_NAMES = r"(?<!quốc\s)(?<!văn\s)(?<!dự\s)"  # «Bộ Quốc phòng và các cơ quan»
# «các sở, ban ngành», «các phòng ban»: two words without a comma between them.
_DOUBLE = r"(?:(?:sở\s)?ban\sngành(?:\sđoàn\sthể)?|sở\sngành|phòng\sban|bộ\sngành)(?!\s(?:nghề|hành))"
_BODY = (
    rf"(?:{_DOUBLE}|cơ\squan\sngang\sbộ|cơ\squan\sthuộc\schính\sphủ|cơ\squan\strung\sương|hội\sđoàn\sthể"
    r"|đoàn\sthể(?:\schính\strị\s?-?\s?xã\shội)?"
    rf"|(?:{_NOT_CADRES}bộ(?!\s(?:trưởng|chỉ|tư|phận|môn|máy|luật|phim|hồ|đội|lọc))|{_NOT_OFFICES}sở|ban(?!\s(?:hành|cán))|ngành|{_NOT_NAMES}phòng(?!,?\schống)){_ALONE}"
    r"|cơ\squan|đơn\svị|tổ\schức(?!\s(?:chính|đảng|thực|triển))|địa\sphương|doanh\snghiệp)"
)
_SCOPE = (
    r"(?:\s(?:trực\sthuộc\s(?:tw|trung\sương)|thuộc\stỉnh(?:,\sthành\sphố(?:\strực\sthuộc\s(?:tw|trung\sương))?)?|trên\sđịa\sbàn(?:\stoàn)?(?:\stỉnh|\sthành\sphố)?"
    r"|trong\s(?:toàn\s)?tỉnh|toàn\stỉnh|của\stỉnh))?"
)
_RELATED = r"(?:\s(?:có\sliên\squan|liên\squan|chức\snăng|cấp\stỉnh|của\stỉnh|thuộc\stỉnh|trung\sương|các\scấp|tỉnh))"


def _set_of(unit: str) -> str:
    """Write the pattern of a set: «các X», «cấp X», «34 X», or a list of two and more."""
    return rf"(?:(?:các|cấp|\d{{1,3}})\s{unit}(?:{_JOINT}{unit}){{0,5}}|{unit}(?:{_JOINT}{unit}){{1,5}})"


SETS: tuple[tuple[str, str], ...] = (
    (
        "<huyện ủy>",
        rf"{_TWO_BODIES}(?:các\s)?{_DISTRICT_PARTY}(?:{_JOINT}{_DISTRICT_PARTY}){{0,3}}{_JOINT}{_DISTRICT_PARTY_FULL}"
        rf"|các\s{_DISTRICT_PARTY_FULL}",
    ),
    (
        "<huyện đoàn>",
        rf"(?:các\s)?{_DISTRICT_YOUTH}(?:{_JOINT}{_DISTRICT_YOUTH}){{0,3}}{_JOINT}{_DISTRICT_YOUTH_FULL}"
        rf"|các\s{_DISTRICT_YOUTH_FULL}",
    ),
    ("<tỉnh>", rf"(?:(?:các|cấp)\stỉnh(?!\sủy)(?:{_JOINT}{_CITY})?|tỉnh{_JOINT}{_CITY}){_SCOPE}"),
    ("<huyện>", _set_of(_DISTRICT) + r"(?!\sủy)" + _SCOPE),
    ("<xã>", _set_of(_COMMUNE) + _SCOPE),
    ("<thôn>", rf"(?!các\sbản(?!{_JOINT})){_set_of(_HAMLET)}"),
    ("<cơ quan>", rf"(?:các\s)?{_BODY}(?:{_JOINT}{_BODY}){{1,8}}{_RELATED}?|các\s(?:{_BODY}\s(?:có\s)?(?:liên\squan|chức\snăng)|{_DOUBLE})"),
)  # fmt: skip


def _any_of(group: str, patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(rf"(?P<{group}{n}>{pattern})" for n, pattern in enumerate(patterns)) + r")(?!\w)"


_SPELT = r"(?<![\w/-])" + _any_of("abbr", (pattern for pattern, _ in ABBREVIATIONS))
_SETS = r"(?<!\w)(?=[cqhtxpđbsndlkấ\d])" + _any_of("set", (pattern for _, pattern in SETS))
SET = re.compile(_SETS, re.IGNORECASE)
ABBREVIATION = re.compile(_SPELT, re.IGNORECASE)
"""Where a set of bodies, or an abbreviation, stands in a text."""
_WORD = re.compile(r"&|\w+")
_LONGEST_NOTE = 3

# The pattern of all sets and abbreviations is slow to fail: it is tried only where a word may begin one.
_SETS_BEGIN = frozenset({
    "các", "cấp", "tỉnh", "huyện", "quận", "thị", "thành", "tx", "tp", "xã", "phường", "đặc", "thôn", "ấp", "bản", "làng",
    "xóm", "khóm", "khu", "tổ", "buôn", "cơ", "hội", "đoàn", "bộ", "sở", "ban", "ngành", "phòng", "đơn", "địa", "doanh",
})  # fmt: skip
_ABBREVIATIONS_BEGIN = frozenset(
    letters
    for pattern, _ in ABBREVIATIONS
    for plain in (pattern, re.sub(r"(?:\\.|\w)\?", "", pattern))
    for letters in re.findall(r"(?:^|\|)(\w{1,2})", re.sub(r"\(.*?\)", "", plain))
)
"""Their first two letters, or the one before a full stop or a slash."""

# What a mixed set of bodies is called after: the first of these words that it holds.
_CLASSES = (("bộ", "<bộ>"), ("sở", "<sở>"), ("phòng", "<phòng>"), ("cơ quan", "<cơ quan>"), ("đơn vị", "<cơ quan>"),
            ("tổ chức", "<cơ quan>"), ("địa phương", "<địa phương>"))  # fmt: skip


_EXPLAINED = re.compile(r"\s?\([A-ZĐ]{3,8}\)(?=\s)")
"""An abbreviation in brackets behind the name that it stands for: «Ủy ban nhân dân (UBND) tỉnh»."""


def words_of(key: str) -> list[Word]:
    """Cut text in `match_key` form into the words on which names of agencies are compared."""
    words: list[Word] = []
    done = 0
    for match in _WORD.finditer(key):
        start, end = match.span()
        if start < done:
            continue
        text = match.group().lower()
        special = SET.match(key, start) if text in _SETS_BEGIN or text.isdigit() else None
        if special is None and text[:2] in _ABBREVIATIONS_BEGIN:
            special = ABBREVIATION.match(key, start)
        if special:
            done = special.end()
            meant = _meaning(special)
            if _is_explained(key, start, done) and [word.text for word in words[-len(meant) :]] == meant:
                words[-1] = words[-1]._replace(end=done + 1)
            else:
                words += [Word(meaning, start, done) for meaning in meant]
        else:
            words.append(Word("và" if text == "&" else _without_note(match.group()).lower(), start, end))
    return words


def _is_explained(key: str, start: int, end: int) -> bool:
    """Whether an abbreviation stands in brackets, as papers explain it: «Ủy ban nhân dân (UBND) tỉnh»."""
    return key[start - 1 : start] == "(" and key[end : end + 1] == ")"


def _without_note(word: str) -> str:
    """Drop the number of a footnote glued to a word of small letters: «Bộ Công an13»; `COVID19` and `QH15` keep theirs."""
    bare = word.rstrip("0123456789")
    return bare if bare[-1:].islower() and len(word) - len(bare) <= _LONGEST_NOTE else word


@lru_cache(maxsize=4096)
def written_out(text: str) -> str:
    """Write a printed name out in full with a capital first: `UBND các huyện` → `Ủy ban nhân dân các huyện`."""
    full = ABBREVIATION.sub(_expansion, _EXPLAINED.sub("", text))
    return full[:1].upper() + full[1:]


def _expansion(match: re.Match[str]) -> str:
    return ABBREVIATIONS[int((match.lastgroup or "")[4:])][1]


def _meaning(match: re.Match[str]) -> list[str]:
    group = match.lastgroup or ""
    if group.startswith("set"):
        return [_set_name(SETS[int(group[3:])][0], match.group().lower())]
    return re.findall(r"\w+", _expansion(match).lower())


def _set_name(name: str, text: str) -> str:
    if name != "<cơ quan>":
        return name
    return next((label for word, label in _CLASSES if re.search(rf"\b{word}\b", text)), "<ngành>")
