"""The rows that code clauses by subject: the scheme of topics, and which clause speaks of which."""

from dataclasses import dataclass
from typing import Literal

from pipeline.tables.core import CLAUSE_ID, DIRECTIVE_ID
from pipeline.tables.schema import SLUG, column

TopicScheme = Literal["who-phsm", "phsm-extension", "general"]
TOPIC_ID = "topics.topic_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of the scheme (chủ đề).

    `who-phsm` are the eight groups of the World Health Organization's taxonomy of public health and social
    measures; `phsm-extension` what Vietnamese directives stress beside them; `general` all other subjects.
    """

    topic_id: str = column("Mã", "Identifier", key=True, pattern=SLUG)
    scheme: TopicScheme = column(
        "Khung: tám nhóm biện pháp của WHO, phần bổ sung, chủ đề chung",
        "Scheme: the eight groups of WHO's measures, the extension, or general subjects",
        required=True,
    )
    name: str = column("Tên", "Vietnamese name", required=True)
    name_en: str = column("Tên tiếng Anh", "English name", required=True)
    parent_id: str | None = column(
        "Chủ đề rộng hơn", "Wider topic that it is a part of", references=TOPIC_ID, default=None
    )
    definition: str = column("Chủ đề gồm những gì", "What it covers, in Vietnamese", required=True)
    definition_en: str = column(
        "Chủ đề gồm những gì, bằng tiếng Anh", "What it covers, in English", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTopic:
    """One topic that one clause speaks of, with the first words that say so."""

    clause_topic_id: str = column("Mã", "Identifier", key=True)
    clause_id: str = column("Điều khoản", "Clause", required=True, references=CLAUSE_ID)
    directive_id: str = column("Văn bản", "Document", required=True, references=DIRECTIVE_ID)
    topic_id: str = column("Chủ đề", "Topic", required=True, references=TOPIC_ID)
    text: str = column(
        "Những chữ đầu tiên nói lên chủ đề, như in",
        "The first words that give the topic, as printed",
        required=True,
    )
    source_start: int = column(
        "Vị trí ký tự đầu trong nguồn (từ 0)",
        "First character in the source (0-based)",
        required=True,
        minimum=0,
    )
    source_end: int = column(
        "Vị trí sau ký tự cuối trong nguồn", "Position after the last character", required=True, minimum=0
    )
