"""How a document stands to one it cites, from the verb that governs the mention.

Counts over real texts: căn cứ 2419, thực hiện 2337, sửa đổi, bổ sung 1066, triển khai 460, thay thế 368, hướng dẫn
thi hành 283, bãi bỏ 176, hủy bỏ 60, hết hiệu lực 35. A verb governs every item of a list after it. Only what this
document itself does is `replaces`, `amends` or `repeals`: «tham mưu ban hành văn bản thay thế Chỉ thị số …» orders
work, and «(sửa đổi Nghị định số …)» right after another document says what that one did.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.enrich.citations import grammar
from pipeline.enrich.citations.mentions import Mention
from pipeline.tables.core import DocumentType, Role
from pipeline.tables.meaning import Relation

STRONG: frozenset[Relation] = frozenset(("replaces", "amends", "repeals"))

VERB = re.compile(
    r"""(?<!\w)(?:
      (?P<replaces>[Tt]hay\sthế|[Tt]hay\scho(?=\s(?:(?:các|những)\s)?$))
    | (?P<repeals>[Bb]ãi\sbỏ|[Hh]ủy\sbỏ|[Cc]hấm\sdứt\shiệu\slực)
    | (?P<amends>[Ss]ửa\sđổi(?:,?\s(?:và\s)?bổ\ssung)?|[Bb]ổ\ssung|[Đđ]iều\schỉnh(?:,\sbổ\ssung
                 |(?=\s(?:nội\sdung|một\ssố|khoản|điểm|Điều|tên|mục|Quyết\sđịnh)\s))|[Đđ]ính\schính)
    | (?P<based_on>[Cc]ăn\scứ)
    | (?P<implements>[Tt]hực\shiện|[Tt]riển\skhai|[Qq]uán\striệt|[Cc]hấp\shành|[Tt]hi\shành|[Cc]ụ\sthể\shóa|[Tt]uân\sthủ)
    | (?P<cites>[Tt]heo|(?:được\s|đã\s)?(?:quy\sđịnh|nêu)\s(?:tại|ở|trong)|kèm\stheo|phù\shợp\svới|[Bb]áo\scáo|so\svới)
    )(?!\w)""",
    re.VERBOSE,
)
# «được sửa đổi, bổ sung bởi Nghị định số …»: the second document did it to the first.
_PASSIVE = re.compile(r"(?:được|bị|đã)\s(?:\S+\s){0,2}$")
_AMENDED_BY = re.compile(
    r"\s?[,(]?\s?(?:đã\s)?được\s(?:sửa đổi|bổ sung|thay thế)[^.;]{0,60}\s(?:bởi|theo|tại|bằng)\s[^.;]{0,60}$"
)
# «Thay thế Phụ lục … ban hành kèm theo Nghị định số …», «Bãi bỏ một số điều của …»: the document itself stays.
_PART_OF_TEXT = re.compile(
    r"\s(?:các\s)?(?:một số(?! văn bản)|cụm từ|từ|chữ|số thứ tự|căn cứ|phụ lục|mẫu|biểu mẫu|biểu|danh mục|bảng)\s",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\s,;:&)”\"]*(?:(?:và|cùng|hoặc|các|với|đồng thời|số|như)\s){0,3}[\s(“\"]*(?:-\s)?")
_AND_ALSO = re.compile(r"\s?,?\s(?:(?:và|đồng thời|cũng)\s){0,2}")
_SENTENCE = re.compile(rf"[.;!?]\s|:\s(?=[{grammar.UPPER}])")
_SELF_SUBJECT = re.compile(rf"(?:{grammar.TYPE_WORD})\snày(?!\w)")
_ORDERED = re.compile(
    r"(?:tham mưu|đề xuất|kiến nghị|nghiên cứu|xây dựng|dự thảo|soạn thảo|rà soát|trình|xem xét|chuẩn bị|đề nghị|chủ trì|"
    r"hoàn thiện|kịp thời|để|nhằm|cần|phải|khi|nếu|việc|về|đã|sẽ|phối hợp|tiếp tục|giao|văn bản|quyền|hướng dẫn)\s(?:\S+\s){0,8}$"
)
# «điều kiện quy định tại Phụ lục IV Luật Đầu tư hết hiệu lực», «được sửa đổi bởi Luật …»: another thing is the subject
_WITHIN = re.compile(r"(?:quy định|nêu|sửa đổi|bổ sung|thay thế|ban hành)\s(?:tại|theo|trong|bởi)\s$")
_ENACTS = re.compile(
    rf"ban hành (?P<type>{grammar.TYPE_WORD})\s(?:về (?:việc )?|[^.;:]{{2,200}}\s(?:và|đồng thời)\s)?$"
)
_DONE_AFTER = re.compile(
    r"[^.;]{0,160}?(?P<past>đã\s)?(?:hết hiệu lực|(?:được|bị) bãi bỏ|chấm dứt hiệu lực)(?!\w)[^.;]{0,80}"
)
# «Kể từ ngày Quyết định này có hiệu lực, Quyết định số … hết hiệu lực»
_THIS_IN_FORCE = re.compile(rf"{_SELF_SUBJECT.pattern}\s(?:có hiệu lực|được ban hành|ban hành)")
_ENACTING = frozenset(
    ("quyet-dinh", "nghi-dinh", "thong-tu", "luat", "nghi-quyet", "phap-lenh", "quy-dinh", "quy-che")
)
"""Types that change other documents by a bare imperative: «Điều 1. Sửa đổi, bổ sung Điều 3 Nghị định số …»."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the mentions of one text: the document's own type, the clause's role, the list it continues."""

    own_type: DocumentType
    role: Role | None
    lead: Relation = "cites"


def relations(key: str, mentions: Sequence[Mention], setting: Setting) -> list[Relation]:
    """The relation of each mention of a text, in order; mentions are sorted by where they start."""
    found: list[Relation] = []
    before: Mention | None = None  # the earlier mention that reaches furthest: titles may hold later ones
    titled: tuple[Mention, Mention] | None = None  # a mention and the last one inside its title
    said = setting.lead  # the relation of the last mention that stands in no other's title
    for mention in mentions:
        if before is not None and mention.start < before.end:
            titled = (titled[0] if titled else before, mention)
            found.append("cites" if said in STRONG else said)
        elif titled and _joins_title(key, *titled, mention):
            titled = (titled[0], mention)
            found.append("cites" if said in STRONG else said)
        else:
            titled = None
            said = _relation(key, before.end if before else 0, mention, said, setting, bool(before))
            found.append(said)
        if before is None or mention.end >= before.end:
            before = mention
    return _repealed_after(key, mentions, found)


def _joins_title(key: str, outer: Mention, inner: Mention, mention: Mention) -> bool:
    """Whether a mention goes on a list inside the title before it: «Thông tư số A ngày … sửa đổi Thông tư số B, Thông tư số C».

    Its form tells: dated or not as the one inside the title is, and not as the one that bears the title.
    """
    alike = mention.type == inner.type and (mention.on is None) == (inner.on is None) != (outer.on is None)
    return alike and inner.end >= outer.end and bool(_JOINED.fullmatch(key[inner.end : mention.start]))


def lead_after(
    key: str, mentions: Sequence[Mention], found: Sequence[Relation], setting: Setting
) -> Relation:
    """The relation that a text hands to the list after it: «Bãi bỏ các văn bản sau đây:» and then one a line."""
    if key.endswith(":"):
        begin = max((mention.end for mention in mentions), default=0)
        end = Mention(len(key), len(key), len(key), len(key), setting.own_type)
        inherited = found[-1] if found else setting.lead
        return _relation(key, begin, end, inherited, setting, bool(mentions))
    if mentions and _JOINED.fullmatch(key[: mentions[0].start]):
        return setting.lead
    return "cites"


def _relation(
    key: str, begin: int, mention: Mention, inherited: Relation, setting: Setting, follows: bool
) -> Relation:
    gap = key[begin : mention.start]
    if _JOINED.fullmatch(gap):
        return inherited
    if _AMENDED_BY.match(gap):
        return "cites" if inherited in STRONG else inherited
    sentence = _last_sentence(gap)
    verbs = list(VERB.finditer(sentence))
    if not verbs:
        return "cites"
    return _governing(sentence, verbs, inherited, setting, follows and len(sentence) == len(gap))


def _last_sentence(gap: str) -> str:
    starts = [match.end() for match in _SENTENCE.finditer(gap)]
    return gap[starts[-1] :] if starts else gap


def _governing(
    sentence: str, verbs: list[re.Match[str]], inherited: Relation, setting: Setting, earlier: bool
) -> Relation:
    """What the last verbs of a sentence up to the mention say."""
    run = _last_run(verbs)
    kinds = [_relation_of(verb) for verb in run]
    if kinds[-1] not in STRONG:
        return kinds[-1]
    if _PASSIVE.search(sentence[: run[-1].start()]):
        return "cites" if inherited in STRONG else inherited
    own = _own_act(sentence[: run[0].start()], run[0], setting, inherited, earlier)
    if not own or sentence.endswith(("“", '"')):
        return "cites"
    whole = not _PART_OF_TEXT.match(sentence, run[-1].end())
    return kinds[-1] if whole and len(set(kinds)) == 1 else "amends"


def _last_run(verbs: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last verb with the strong ones coordinated before it («sửa đổi …, thay thế …»); «kèm theo» is passed over."""
    telling = [verb for verb in verbs if verb.group() != "kèm theo"] or verbs
    at = len(telling) - 1
    if _relation_of(telling[at]) in STRONG:
        while at and _relation_of(telling[at - 1]) in STRONG:
            at -= 1
    return telling[at:]


def _relation_of(verb: re.Match[str]) -> Relation:
    return "based-on" if verb.lastgroup == "based_on" else verb.lastgroup  # type: ignore[return-value]


def _own_act(before: str, verb: re.Match[str], setting: Setting, inherited: Relation, earlier: bool) -> bool:
    """Whether this very document does what a strong verb says; `earlier`: a citation stands right before `before`.

    Such a citation (its relation is `inherited`) shares its subject: «thay thế Quyết định số A và bãi bỏ Thông tư số B».
    """
    if _SELF_SUBJECT.search(before):
        return True
    if setting.role is None:
        return not _ORDERED.search(re.sub(r"^[Vv](?:ề|/v)\s(?:việc\s)?", "", before))
    if "có hiệu lực" in before:
        return True
    if earlier and inherited in STRONG and _AND_ALSO.fullmatch(before):
        return True
    if before.strip(' ("“-0123456789.)'):
        return _enacting_title(before, setting)
    opens_bracket = before.rstrip().endswith("(")
    if earlier:
        return False
    return opens_bracket or setting.own_type in _ENACTING or verb.lastgroup != "amends"


def _enacting_title(before: str, setting: Setting) -> bool:
    """«Chính phủ ban hành Nghị định [quy định … và] sửa đổi, bổ sung … Nghị định số …»: the sentence that names the document itself."""
    match = _ENACTS.search(before)
    return bool(match) and match is not None and grammar.type_of(match["type"]) == setting.own_type


def _repealed_after(key: str, mentions: Sequence[Mention], found: list[Relation]) -> list[Relation]:
    """«Quyết định số A; Quyết định số B hết hiệu lực kể từ ngày Quyết định này có hiệu lực»: the verb stands behind."""
    result = list(found)
    repealed = False
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(key)
        gap = key[mention.end : following] if mention.end <= following else ""
        after = _DONE_AFTER.match(gap)
        joined = repealed and bool(_JOINED.fullmatch(gap))
        before = key[max(0, mention.start - 260) : mention.start].rpartition(". ")[2]
        by_this = after and not after["past"] and ("này" in after.group() or _THIS_IN_FORCE.search(before))
        repealed = found[index] == "cites" and not _WITHIN.search(before) and (joined or bool(by_this))
        if repealed:
            result[index] = "repeals"
    return result
