"""Names of bodies as `issuer` gives them: in the code list's letters, without the province."""

import re

from pipeline import landmarks
from pipeline.codelists import surnames
from pipeline.codelists.agencies import Mention, find_agency
from pipeline.codelists.provinces import provinces_in
from pipeline.text import LOWER, UPPER

_PROVINCE_AFTER_DISTRICT = re.compile(r"(?<=\w),?\s(?:tỉnh|Tỉnh|TỈNH)(?:\s.{2,30})?$")
_PERSON_BEHIND = re.compile(
    rf"(?<=thành phố)\s(?P<family>[{UPPER}][{LOWER}]{{1,8}})(?: [{UPPER}][{LOWER}]{{1,8}}){{2,3}}$"
)
"""«Chủ tịch UBND thành phố Nguyễn Thế An ký …»: the chairman's name, where no city has one so long."""
_CITY = re.compile("[Tt]hành phố |T[Pp]")


def in_small_letters(mention: Mention) -> str:
    """A name that stands in capitals as the code list writes it: `HỘI ĐỒNG NHÂN DÂN HUYỆN PHÚ VANG` → Hội đồng …."""
    known = mention.agency.name
    if not landmarks.is_capitals(mention.name) or not mention.name.casefold().startswith(known.casefold()):
        return mention.name
    return known + mention.name[len(known) :].title()


def without_province(name: str) -> str:
    """`Ủy ban nhân dân tỉnh Sơn La` → `Ủy ban nhân dân tỉnh`; a district keeps its name.

    A city whose name holds its rank leaves it to the body that needs one: `Ủy ban nhân dân thành phố`, but `Sở Y tế`.
    """
    person = _PERSON_BEHIND.search(name)
    if person and person["family"].casefold() in surnames():
        return name[: person.start()]
    if re.search(r"\s(?:huyện|quận|xã|phường|thị trấn|thị xã)\s", name, re.IGNORECASE):
        name = _PROVINCE_AFTER_DISTRICT.sub("", name)
    for start, end, _ in provinces_in(name):
        if end == len(name) and not name[:start].rstrip().endswith(
            ("huyện", "thị xã", "quận", "xã", "phường")
        ):
            bare = name[:start].rstrip()
            ranked = f"{bare} thành phố" if _CITY.match(name, start) else bare
            return bare if find_agency(ranked) == find_agency(bare) else ranked
    return name
