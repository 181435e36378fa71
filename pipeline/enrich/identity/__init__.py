"""Identity: the row of a directive, each value with its evidence, curated facts last and said to be such.

A fact found earlier in the list wins. A curated value that the text contradicts is an error, unless the sidecar
says `overrides = true`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.codelists.issuers import issuers
from pipeline.enrich.facts import Fact, first_of_each
from pipeline.enrich.identity import rules
from pipeline.enrich.identity.issuer import issuer_facts, issuing_agency, province_facts
from pipeline.enrich.identity.matter import matter_facts
from pipeline.enrich.identity.narrative import narrative_facts, passed_facts, told_facts
from pipeline.enrich.identity.portal import portal_facts
from pipeline.enrich.identity.signature import signature_facts
from pipeline.errors import DataProblems, Problem
from pipeline.records import Structure
from pipeline.tables.audit import Stamp
from pipeline.text import Span, fold_tones

RULES = rules.RULES

_PUBLISHER = re.compile(r"(?i)^(?:cổng|trang|trung tâm) (?:thông tin|giao tiếp|công báo)|^công báo")

__all__ = ["RULES", "identify"]


def identify(structure: Structure, stamps: Sequence[Stamp]) -> dict[str, Fact]:
    """The facts on a document by column of `directives`; raises `DataProblems` where a curated one contradicts."""
    found = first_of_each(chain(matter_facts(structure), narrative_facts(structure), passed_facts(structure)))
    number = found["number"].value if "number" in found else None
    issuing = first_of_each(chain(found.values(), issuer_facts(structure, number)))
    facts = first_of_each(
        chain(
            issuing.values(),
            signature_facts(structure),
            _dates_of_stamps(stamps, dated=bool(structure.blocks_of("dateline"))),
            told_facts(structure, issuing),
            portal_facts(structure, number),
            _provincial(structure, issuing),
        )
    )
    facts |= _branch(facts)
    return _with_curated(structure, facts)


def _dates_of_stamps(stamps: Sequence[Stamp], *, dated: bool) -> Iterator[Fact]:
    """Where neither date line nor text dates the document: its digital signature, then the registry's stamp.

    A date line that leaves its day blank dates the document to a month; the registry's day is not its own. A portal
    that signs what it publishes («CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ») dates the publication.
    """
    bases = (
        ("digital-signature", "signature", rules.SIGNED_ON),
        ("received", "received-stamp", rules.RECEIVED),
    )
    for kind, basis, rule in bases:
        for stamp in stamps if kind != "received" or not dated else ():
            if stamp.kind == kind and stamp.stamped_on and not _PUBLISHER.search(stamp.office or ""):
                span = Span(stamp.source_start, stamp.source_end)
                reason = "Not stated as the date of issue"
                yield Fact("issued_on", stamp.stamped_on.isoformat(), rule.id, span, "inferred", reason)
                yield Fact("issued_on_basis", basis, rule.id, span, "inferred", reason)


def _provincial(structure: Structure, facts: dict[str, Fact]) -> Iterator[Fact]:
    """The province, unless the issuer is a central body."""
    issuer = facts.get("issuer")
    agency = issuing_agency(issuer.value) if issuer else None
    if agency is None or agency.level != "central":
        yield from province_facts(structure)


def _branch(facts: dict[str, Fact]) -> dict[str, Fact]:
    issuer = facts.get("issuer")
    branch_stated = "issuer_branch" in facts and facts["issuer_branch"].rule_id != rules.SUFFIX.id
    if not issuer or branch_stated:
        return {}
    agency = issuing_agency(issuer.value)
    branch = (
        agency.branch
        if agency
        else next((one.branch for one in issuers().values() if one.name == issuer.value), None)
    )
    if branch is None:
        return {}
    reason = "The branch of the issuer in the code list"
    return {"issuer_branch": Fact("issuer_branch", branch, issuer.rule_id, issuer.span, "inferred", reason)}


def _with_curated(structure: Structure, facts: dict[str, Fact]) -> dict[str, Fact]:
    problems = []
    out = dict(facts)
    for field, curated in structure.source.sidecar.curated.items():
        stated = facts.get(field)
        if stated and not curated.overrides and fold_tones(stated.value) != fold_tones(curated.value):
            problems.append(
                Problem(
                    f"{structure.source.directive_id}.toml, [curated.{field}]",
                    f"says {curated.value!r}, but the text says {stated.value!r} (characters {stated.span}).",
                    "Correct the sidecar, or set overrides = true there if the text is wrong.",
                )
            )
        out[field] = Fact(field, curated.value, None, None, "curated", curated.reason)
    if problems:
        raise DataProblems(problems)
    if "issued_on" in structure.source.sidecar.curated:
        reason = structure.source.sidecar.curated["issued_on"].reason
        out["issued_on_basis"] = Fact("issued_on_basis", "curated", None, None, "curated", reason)
    return out
