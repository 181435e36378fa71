"""The rows that say how long a directive holds (hiệu lực), as far as texts of the corpus say it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.tables.core import DIRECTIVE_ID
from pipeline.tables.schema import column

ValidityState = Literal["replaced", "repealed", "period-stated", "period-open", "no-end-stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """What ends a directive, if anything is known to; never a claim that it is in force.

    `period-stated`: its own text names the last day (`ends_on`), past or to come; `period-open`: it holds until
    something happens («cho đến khi có thông báo mới»); `no-end-stated`: nothing in the corpus speaks of an end.
    """

    directive_id: str = column("Văn bản", "Document", key=True, references=DIRECTIVE_ID)
    state: ValidityState = column(
        "Tình trạng: đã bị thay thế, bị bãi bỏ, có ngày hết hiệu lực, có hiệu lực đến khi có thông báo, không nêu",
        "State: replaced, repealed, last day stated, open until something happens, no end stated",
        required=True,
    )
    since: date | None = column(
        "Ngày ban hành của văn bản thay thế hoặc bãi bỏ",
        "Date of issue of the document that replaces or repeals it",
        default=None,
    )
    ends_on: date | None = column(
        "Ngày cuối cùng có hiệu lực mà chính văn bản nêu", "Last day that its own text states", default=None
    )
    by_directive_id: str | None = column(
        "Văn bản trong kho thay thế hoặc bãi bỏ nó",
        "Directive of the corpus that replaces or repeals it",
        references=DIRECTIVE_ID,
        default=None,
    )
    reason: str | None = column(
        "Chữ như in nói lên điều đó", "The words that say so, as printed", default=None
    )
    evidence_directive_id: str | None = column(
        "Văn bản có những chữ đó",
        "Directive whose text has these words",
        references=DIRECTIVE_ID,
        default=None,
    )
    evidence_start: int | None = column(
        "Vị trí ký tự đầu trong nguồn của văn bản đó (từ 0)",
        "First character in the source of that directive (0-based)",
        minimum=0,
        default=None,
    )
    evidence_end: int | None = column(
        "Vị trí sau ký tự cuối", "Position after the last character", minimum=0, default=None
    )
