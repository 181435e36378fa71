"""Works: which document each citation means, within its document and over the corpus."""

import re
from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from support import structure_of

from pipeline.enrich.citations import find_citations
from pipeline.link import link
from pipeline.records import Document
from pipeline.tables import Directive, Work
from pipeline.tables.core import DocumentType
from pipeline.tables.schema import SLUG


def _document(
    directive_id: str,
    text: str,
    *,
    kind: DocumentType = "chi-thi",
    number: str | None = None,
    on: date | None = date(2022, 6, 1),
    province: str | None = "Sơn La",
) -> Document:
    structure = structure_of(text, directive_id)
    directive = Directive(
        directive_id=directive_id, document_type=kind, number=number, issued_on=on, province=province, clause_count=1,
        word_count=1, character_coverage=1.0, source_path="x", source_sha256="0" * 64, source_encoding="utf-8",
    )  # fmt: skip
    citations = find_citations(structure, (kind, number))
    return Document(directive=directive, clauses=structure.clauses, segments=(), citations=citations)


def _ids(*documents: Document) -> list[str | None]:
    linked, _ = link(documents)
    return [row.work_id for document in linked for row in document.citations]


def _works(*documents: Document) -> dict[str, Work]:
    return {work.work_id: work for work in link(documents)[1]}


def test_two_spellings_are_one_work() -> None:
    ids = _ids(
        _document("a", "theo Quyết định số 1977 /QÐ-TTg ngày 01/11/2013"),
        _document("b", "theo Quyết định số 1977/QĐ-TTg, ngày 01 tháng 11 năm 2013"),
    )
    assert ids == ["quyet-dinh-1977-qd-ttg-2013-11-01"] * 2


def test_a_later_mention_without_its_date_joins_the_dated_one() -> None:
    text = "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020. Chỉ thị số 16/CT-TTg nêu rõ. Chỉ thị 16 cũng vậy."
    assert _ids(_document("a", text)) == ["chi-thi-16-ct-ttg-2020-03-31"] * 3


def test_a_short_form_that_two_fuller_ones_fit_stays_alone() -> None:
    text = "Chỉ thị số 16/CT-TTg ngày 31/3/2020; Chỉ thị số 16-CT/TW ngày 01/8/2018; Chỉ thị 16."
    assert _ids(_document("a", text))[-1] == "chi-thi-16-a"


def test_short_forms_of_two_documents_are_not_one_work() -> None:
    assert _ids(_document("a", "theo Nghị quyết 35"), _document("b", "theo Nghị quyết 35")) == [
        "nghi-quyet-35-a",
        "nghi-quyet-35-b",
    ]


def test_an_undated_number_joins_the_only_dated_one_of_the_corpus() -> None:
    dated = _document("a", "Nghị quyết số 84/NQ-CP ngày 29/5/2020 của Chính phủ")
    assert (
        _ids(dated, _document("b", "theo Nghị quyết số 84/NQ-CP")) == ["nghi-quyet-84-nq-cp-2020-05-29"] * 2
    )


def test_an_undated_number_does_not_mean_a_younger_document() -> None:
    dated = _document("a", "Nghị quyết số 84/NQ-CP ngày 29/5/2020")
    older = _document("b", "theo Nghị quyết số 84/NQ-CP", on=date(2019, 2, 1))
    assert _ids(dated, older) == ["nghi-quyet-84-nq-cp-2020-05-29", "nghi-quyet-84-nq-cp"]


def test_numbers_restart_every_year() -> None:
    works = _works(_document("a", "Chỉ thị số 16/CT-TTg ngày 31/3/2020; Chỉ thị số 16/CT-TTg ngày 04/5/2017"))
    assert sorted(works) == ["chi-thi-16-ct-ttg-2017-05-04", "chi-thi-16-ct-ttg-2020-03-31"]


def test_undated_party_numbers_of_two_documents_are_not_merged() -> None:
    ids = _ids(_document("a", "theo Nghị quyết số 10-NQ/TW"), _document("b", "theo Nghị quyết số 10-NQ/TW"))
    assert ids == ["nghi-quyet-10-nq-tw-a", "nghi-quyet-10-nq-tw-b"]


def test_party_numbers_with_two_dates_are_two_works() -> None:
    works = _works(
        _document("a", "Nghị quyết số 10-NQ/TW ngày 03/6/2017"),
        _document("b", "Nghị quyết số 10-NQ/TW ngày 10/02/2022; Nghị quyết số 10-NQ/TW"),
    )
    assert {work_id: work.citation_count for work_id, work in works.items()} == {
        "nghi-quyet-10-nq-tw-2017-06-03": 1,
        "nghi-quyet-10-nq-tw-2022-02-10": 2,
    }


def test_local_numbers_belong_to_their_province() -> None:
    text = "Chỉ thị số 24/CT-UBND ngày 24/7/2021"
    ids = _ids(_document("a", text), _document("b", text, province="Lào Cai"))
    assert ids == ["chi-thi-24-ct-ubnd-son-la-2021-07-24", "chi-thi-24-ct-ubnd-lao-cai-2021-07-24"]


def test_the_issuer_named_says_whose_local_number_it_is() -> None:
    central = _document(
        "a", "Tờ trình số 15/TTr-UBND ngày 02/3/2021 của Ủy ban nhân dân tỉnh Lào Cai", province=None
    )
    assert _ids(central) == ["to-trinh-15-ttr-ubnd-lao-cai-2021-03-02"]


def test_a_number_with_its_year_needs_no_date() -> None:
    ids = _ids(
        _document("a", "Nghị định số 126/2020/NĐ-CP ngày 19/10/2020"),
        _document("b", "Nghị định số 126/2020/NĐ-CP"),
    )
    assert ids == ["nghi-dinh-126-2020-nd-cp"] * 2


def test_a_law_is_one_work_by_name_year_and_number() -> None:
    text = "Luật Đất đai số 31/2024/QH15 ngày 18/01/2024; Điều 5 Luật Đất đai năm 2024; theo Luật Đất đai; Luật số 31/2024/QH15"
    assert _ids(_document("a", text)) == ["luat-31-2024-qh15"] * 4


def test_a_law_of_another_year_is_another_work() -> None:
    ids = _ids(_document("a", "Luật Đất đai năm 2013; Luật Đất đai năm 2024"))
    assert ids == ["luat-dat-dai-2013", "luat-dat-dai-2024"]


def test_appeals_of_two_bodies_are_two_works() -> None:
    text = "Lời kêu gọi của Tổng Bí thư, Chủ tịch nước ngày 30/3/2020; Lời kêu gọi “Toàn dân chống dịch” do Ủy ban Trung ương MTTQ Việt Nam phát động"
    assert len(_works(_document("a", text))) == 2


def test_a_work_that_the_corpus_holds_names_its_directive() -> None:
    held = _document("giu", "Nội dung.", number="24/CT-UBND", on=date(2021, 7, 24))
    citing = _document(
        "moi", "Chỉ thị này thay thế Chỉ thị số 24/CT-UBND ngày 24/7/2021 của Chủ tịch UBND tỉnh."
    )
    (work,) = _works(held, citing).values()
    assert (work.directive_id, work.replaced_by, work.citation_count) == ("giu", "moi", 1)


def test_another_date_or_province_is_not_the_directive_held() -> None:
    held = _document("giu", "Nội dung.", number="24/CT-UBND", on=date(2021, 7, 24))
    for citing in (
        _document("b", "Chỉ thị số 24/CT-UBND ngày 20/8/2022"),
        _document("c", "Chỉ thị số 24/CT-UBND ngày 24/7/2021", province="Lào Cai"),
    ):
        (work,) = _works(held, citing).values()
        assert work.directive_id is None


def test_a_part_replaced_is_no_replacement() -> None:
    (work,) = _works(
        _document(
            "a", "Quyết định này thay thế Điều 3 Quyết định số 12/QĐ-TTg ngày 05/5/2020.", kind="quyet-dinh"
        )
    ).values()
    assert work.replaced_by is None


def test_a_mention_of_itself_is_no_work() -> None:
    own = _document("a", "Chỉ thị số 07/CT-UBND ngày 01/6/2022 nêu rõ.", number="07/CT-UBND")
    assert _ids(own) == [None]
    assert _works(own) == {}


def test_the_suffix_names_the_issuer() -> None:
    works = _works(
        _document(
            "a",
            "Thông tư số 24/2020/TT-BYT; Luật Đất đai số 31/2024/QH15; Công văn số 12/UBND-VX ngày 01/02/2022",
        )
    )
    assert [work.issuer for _, work in sorted(works.items())] == [None, "Quốc hội", "Bộ Y tế"]


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [
        _document("a", "Chỉ thị số 16/CT-TTg ngày 31/3/2020; Chỉ thị 16; Luật Đất đai năm 2013"),
        _document("b", "Chỉ thị số 16/CT-TTg; Luật Đất đai; Nghị quyết 35"),
        _document("c", "Chỉ thị số 016 /CT-TTG ngày 31/3/2020"),
    ]
    assert len({link(order)[1] for order in permutations(documents)}) == 1


NUMBERS = st.sampled_from(("16/CT-TTg", "16", "10-NQ/TW", "24/CT-UBND", "126/2020/NĐ-CP", "16 /CT–TTG"))
DAYS = st.sampled_from(("", " ngày 31/3/2020", " ngày 04/5/2017"))
SENTENCES = st.lists(st.tuples(st.sampled_from(("Chỉ thị", "Nghị quyết")), NUMBERS, DAYS), max_size=6)


@given(st.lists(SENTENCES, max_size=4))
def test_counts_add_up_and_ids_are_sound(corpus: list[list[tuple[str, str, str]]]) -> None:
    texts = ["; ".join(f"{kind} số {number}{day}" for kind, number, day in sentence) for sentence in corpus]
    documents = [_document(f"d{n}", text) for n, text in enumerate(texts)]
    linked, works = link(documents)
    cited = [row.work_id for document in linked for row in document.citations]
    assert sum(work.citation_count for work in works) == len(cited)
    assert {work.work_id for work in works} == set(cited)
    assert all(re.fullmatch(SLUG, work.work_id) for work in works)
    assert [replace(row, work_id=None) for document in linked for row in document.citations] == [
        row for document in documents for row in document.citations
    ]
