"""Agencies (cơ quan, tổ chức, chức danh): the code list, and their names found in text in any of their spellings.

Names are compared on the words of `agency_words`. A name may be led by the title of the body's head («Giám đốc Sở
Y tế» is the Sở Y tế) and followed by its province («Sở Y tế tỉnh Sơn La», «UBND tỉnh Điện Biên») or district.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from pipeline.codelists.agency_index import Node, Spelling, agencies, agency_by_id, name_index, spellings
from pipeline.codelists.agency_words import words_of, written_out
from pipeline.codelists.provinces import provinces_in
from pipeline.tables.meaning import Agency

__all__ = [
    "Agency",
    "AgencyText",
    "Mention",
    "agencies",
    "agencies_in",
    "agency_by_id",
    "agency_text",
    "find_agency",
    "spellings",
]

# The heads of bodies and forms of address; not the heads that are bodies of their own (Chủ tịch UBND tỉnh).
_HEADS = frozenset(
    tuple(title.split())
    for title in (
        "giám đốc", "tổng giám đốc", "thủ trưởng", "người đứng đầu", "lãnh đạo", "chánh", "bộ trưởng", "trưởng",
        "cục trưởng", "chi cục trưởng", "tổng cục trưởng", "chỉ huy trưởng", "chủ nhiệm", "thống đốc",
        "viện trưởng", "chánh án", "hiệu trưởng", "tư lệnh", "chính ủy", "bí thư", "chủ tịch", "tổng biên tập",
        "ban thường vụ", "ban thường trực", "vụ trưởng", "chủ tịch hội đồng quản trị",
        "chủ tịch hội đồng thành viên", "chủ tịch hội đồng quản lý", "phó chủ tịch hội đồng quản trị", "trạm trưởng", "trưởng trạm", "đồn trưởng",
        "hạt trưởng", "đồng chí", "các đồng chí", "các", "ông", "bà", "các ông", "các bà",
    )
)  # fmt: skip
_HEAD_STARTS = frozenset(head[0] for head in _HEADS)
_LONGEST_HEAD = 6
_MOST_HEADS = 3
_LONGEST_PLACE = 4
_LONGEST_NUMBER = 2

# Between two words of a name: nothing but blanks, a dash, a slash; a comma only where the name has one.
_GAP = re.compile(r"[ ,/&-]{0,3}")

# Rows that stand for many bodies at once, or for any one of many.
_MANY = re.compile(
    r"^(?:Các|Thủ trưởng|Người đứng đầu|Lãnh đạo|Giám đốc các|Trưởng các) |cấp (?:tỉnh|huyện|xã)$|các (?:huyện|tỉnh)"
)
# «cán bộ y tế» names no Bộ Y tế, «cơ sở y tế» no Sở Y tế.
_COMPOUNDS = frozenset({"cán bộ", "nội bộ", "toàn bộ", "đảng bộ", "tiến bộ", "công sở", "cơ sở", "trụ sở"})

# «các bộ phận», «các bộ môn», «các bộ luật» are no ministries.
_AFTER_BO = frozenset({"phận", "môn", "luật", "máy", "phim", "hồ", "đội", "lọc"})

_LOCAL_UNITS = frozenset({"huyện", "quận", "xã", "phường"})
_LOCAL_PAIRS = frozenset(
    {("thị", "xã"), ("thị", "trấn"), ("thành", "phố"), ("đặc", "khu"), ("khu", "vực")}
    | {(unit, body) for unit in ("huyện", "quận", "thị", "thành") for body in ("ủy", "đoàn")}
)
# «quận 7», «phường 12», «Kho bạc Nhà nước khu vực 5», «Quân khu 2»
_NUMBERED = frozenset({"quận", "phường", "vực", "khu"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency named in a text: where (half-open, its province included), and what it is called there.

    `name` is the agency's name in the code list; where the row stands for many bodies, or a district or commune
    is named, it is the printed name written out: `UBND huyện Mường La` → `Ủy ban nhân dân huyện Mường La`.
    `after` is the number of the word that follows.
    """

    start: int
    end: int
    agency: Agency
    name: str
    after: int


class AgencyText:
    """A text in `match_key` form, cut up once for many look-ups of agencies."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.words = words_of(key)
        self._provinces = {start: end for start, end, _ in provinces_in(key)}

    @cached_property
    def _starts(self) -> dict[int, int]:
        """The numbers of the words by the offset at which each begins; of one abbreviation's words the first."""
        return {word.start: number for number, word in reversed(list(enumerate(self.words)))}

    @cached_property
    def mentions(self) -> list[Mention]:
        """All agencies named, the longest name at each place, in order and without overlap."""
        found: list[Mention] = []
        begins = name_index().next
        at = 0
        while at < len(self.words):
            word = self.words[at].text
            mention = self.mention_at(at) if word in begins or word in _HEAD_STARTS else None
            if mention:
                found.append(mention)
            at = mention.after if mention else at + 1
        return found

    @cached_property
    def mentions_by_end(self) -> dict[int, Mention]:
        """The agencies named, by the offset at which each ends."""
        return {mention.end: mention for mention in self.mentions}

    def mention_at(self, index: int, kind: tuple[str, ...] = ()) -> Mention | None:
        """Find the longest name that begins at a word; None if none does.

        `kind` is what an earlier item of a list gives to this one: with ("sở",) the word «Tài chính» is the Sở
        Tài chính, as in «các sở: Tài chính, Kế hoạch và Đầu tư».
        """
        return self._named(index, kind) if kind else self._led(index, _MOST_HEADS)

    def word_at(self, offset: int) -> int | None:
        """Give the number of the word that begins at an offset; None if none does."""
        return self._starts.get(offset)

    def joined(self, index: int) -> bool:
        """Whether nothing but a blank or dash stands between a word and the one before it."""
        return self._gap(index) in (" ", "", "-", " - ")

    def _gap(self, index: int) -> str:
        return self.key[self.words[index - 1].end : self.words[index].start]

    def _led(self, index: int, heads: int) -> Mention | None:
        """Find the longest name, led by at most so many titles: «đồng chí Bí thư Tỉnh đoàn»."""
        found = self._named(index, ())
        if not heads or self.words[index].text not in _HEAD_STARTS:
            return found
        for length in range(1, _LONGEST_HEAD + 1):
            headed = self._led(index + length, heads - 1) if self._is_head(index, length) else None
            if headed and (found is None or headed.end > found.end):
                found = replace(headed, start=self.words[index].start)
        return found

    def _is_head(self, index: int, length: int) -> bool:
        words = self.words[index : index + length + 1]
        if len(words) <= length or tuple(word.text for word in words[:length]) not in _HEADS:
            return False
        return all(self.joined(at) for at in range(index + 1, index + length + 1))

    def _named(self, index: int, kind: tuple[str, ...]) -> Mention | None:
        node: Node | None = name_index()
        for word in kind:
            node = node.next.get(word) if node else None
        first = self.words[index].text
        if node is None or first not in node.next:
            return None
        if not kind and index and f"{self.words[index - 1].text} {first}" in _COMPOUNDS:
            return None
        here = [*self._spellings_at(index, node, len(kind))]
        if not here:
            return None
        spelling, after = here[-1]
        found = self._mention(index, after, spelling)
        # of «Chủ tịch UBND cấp huyện, cấp xã» the second is not printed in full
        return replace(found, name=spelling.name) if kind else found

    def _spellings_at(self, index: int, node: Node, length: int) -> Iterator[tuple[Spelling, int]]:
        """Give each spelling that goes on from a node, shorter ones first, with the number of the word after it."""
        step: Node | None = node
        breaks: set[int] = set()
        at = index
        while step and at < len(self.words):
            step, at = self._step(step, at)
            length += 1
            for spelling in step.spellings if step else ():
                if breaks <= spelling.breaks and self._may_end(at):
                    yield spelling, at
            if at >= len(self.words) or not _GAP.fullmatch(self._gap(at)):
                return
            if "," in self._gap(at):
                breaks.add(length - 1)

    def _step(self, node: Node, at: int) -> tuple[Node | None, int]:
        """Follow one word; the name of a province counts as «tỉnh» with its name («Công an Sơn La»)."""
        word = self.words[at]
        end = self._provinces.get(word.start)
        if word.text not in node.next and "tỉnh" in node.next and end:
            return node.next["tỉnh"], self._word_after(at, end)
        return node.next.get(word.text), at + 1

    def _word_after(self, at: int, end: int) -> int:
        while at < len(self.words) and self.words[at].start < end:
            at += 1
        return at

    def _may_end(self, at: int) -> bool:
        """Whether a name may end before a word: not in an abbreviation, nor before «viên» («cấp ủy viên», «các bộ phận»)."""
        if at >= len(self.words):
            return True
        is_member = self.key.startswith("viên", self.words[at].start) and self._gap(at) == " "
        is_part = (
            self.words[at].text in _AFTER_BO and self.words[at - 1].text == "bộ" and self._gap(at) == " "
        )
        return self.words[at].start != self.words[at - 1].start and not is_member and not is_part

    def _mention(self, first: int, after: int, spelling: Spelling) -> Mention:
        place = self._place(after)
        past = place if place > after else self._province(after)
        start, end = self.words[first].start, self.words[past - 1].end
        printed = self.key[start : self.words[max(place, after) - 1].end]
        is_set = any(word.text.startswith("<") for word in self.words[first:after])
        name = (
            written_out(printed) if is_set or place > after or _MANY.search(spelling.name) else spelling.name
        )
        return Mention(start, end, spelling.agency, name, past)

    def _province(self, after: int) -> int:
        """Step over the province's name after an agency's: «tỉnh Sơn La», «Hà Nội»."""
        at = after
        for unit in (("tỉnh",), ("thành", "phố")):
            if tuple(word.text for word in self.words[after : after + len(unit)]) == unit:
                at = after + len(unit)
        if at < len(self.words) and self.joined(at) and (end := self._provinces.get(self.words[at].start)):
            return self._word_after(at, end)
        return after

    def _place(self, after: int) -> int:
        """Step over the name of a district or commune after its unit: «UBND huyện Mường La»."""
        last = tuple(word.text for word in self.words[max(0, after - 2) : after])
        at = after
        if last[-1] in _NUMBERED and at < len(self.words) and self._is_number(at):
            return at + 1
        if last[-1] in _LOCAL_UNITS or last in _LOCAL_PAIRS:
            while at < min(after + _LONGEST_PLACE, len(self.words)) and self._is_place_word(at):
                at += 1
        return at

    def _is_number(self, at: int) -> bool:
        return (
            self._gap(at) == " "
            and self.words[at].text.isdecimal()
            and len(self.words[at].text) <= _LONGEST_NUMBER
        )

    def _is_place_word(self, at: int) -> bool:
        word = self.words[at]
        return self._gap(at) == " " and self.key[word.start].isupper() and word.start not in self._provinces


@lru_cache(maxsize=1024)
def agency_text(key: str) -> AgencyText:
    """Cut a text up, or take it from the last ones cut up: a clause is read for assignments and for topics."""
    return AgencyText(key)


def find_agency(key: str) -> Agency | None:
    """Find the agency that a text names, the text holding nothing else; None if it names none or several.

    `key` is text in `match_key` form, in any case: `UBND tỉnh Sơn La` → Ủy ban nhân dân tỉnh.
    """
    text = agency_text(key)
    mention = text.mention_at(0) if text.words else None
    return mention.agency if mention and mention.after == len(text.words) else None


def agencies_in(key: str) -> list[Mention]:
    """Find each agency named in running text, the longest name at each place, in order and without overlap."""
    return agency_text(key).mentions
