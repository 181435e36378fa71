"""English legal prose with citations, written for the benchmark: what eyecite is given, as long and as dense as our texts.

The sentences are the project's own; parties, reporters, volumes and pages vary by a counter, so that the same number gives
the same text and no two citations are alike. The forms are those of eyecite's documentation: full case citations, short
forms, «supra», «id.», statutes and journals.
"""

from itertools import count

_PARTIES = (
    "Alder", "Birch Holdings", "City of Cedarville", "Dunmore", "Elm Shipping Co.", "Fairbanks", "Greer", "Hollis Mfg. Co.",
    "In re Ivers", "Jasper County", "Kessler", "Lowell Trust", "Marsh", "Northfield Board of Health", "Osborne", "Pruitt",
)  # fmt: skip
_REPORTERS = (
    ("U.S.", ""),
    ("F.2d", "2d Cir. "),
    ("F.3d", "9th Cir. "),
    ("F. Supp.", "S.D.N.Y. "),
    ("S. Ct.", ""),
    ("N.E.2d", "Mass. "),
)
_CITING = (
    "The quarantine order rests on the police power of the state, as {full} holds for epidemics.",
    "A board of health may close a market for a limited time, {full}, if it says for how long.",
    "Notice and a hearing must follow within a reasonable time. See {full}; see also {statute}.",
    "The officer who fails to report is answerable under {statute}, whatever his superior has ordered.",
    "That rule was narrowed in {full}, and the reasons given there apply to this order too.",
    "The earlier decision is not to the contrary. {short} There the order had no end.",
    "Writers agree that such a delegation is valid, {journal}, where the statute names its measure.",
)
_PLAIN = (
    "The board met on the following day and heard the reports of the districts one after another.",
    "Every household was to be visited, and those who had travelled were asked to remain at home.",
    "Markets stayed open in the morning, but the stalls were set further apart than before.",
    "The governor asked the departments to report each Friday what had been done and what was lacking.",
    "Schools sent the children home with work for a fortnight, and teachers telephoned the families.",
    "Nothing in the record shows that the measure went further than the danger required.",
)


def english(characters: int, citations: int) -> str:
    """Write a text of so many characters with about so many citations, spread evenly."""
    parts: list[str] = []
    length = cited = 0
    for number in count():
        if length >= characters:
            return " ".join(parts)[:characters]
        due = citations * length // max(characters, 1)
        form = _CITING[number % len(_CITING)] if cited <= due and cited < citations else ""
        sentence = _filled(form, number) if form else _PLAIN[number % len(_PLAIN)]
        cited += sum(form.count(mark) for mark in ("{full}", "{short}", "{statute}", "{journal}"))
        parts.append(sentence)
        length += len(sentence) + 1
    raise AssertionError  # count() has no end


def _filled(form: str, number: int) -> str:
    plaintiff, defendant = _PARTIES[number % len(_PARTIES)], _PARTIES[(number // 3 + 7) % len(_PARTIES)]
    reporter, court = _REPORTERS[number % len(_REPORTERS)]
    volume, page, year = 100 + number % 800, 10 + number * 7 % 900, 1950 + number % 60
    return form.format(
        full=f"{plaintiff} v. {defendant}, {volume} {reporter} {page}, {page + 3} ({court}{year})",
        short=f"{defendant}, {volume} {reporter} at {page + 5}.",
        statute=f"{10 + number % 40} U.S.C. § {200 + number % 700}",
        journal=f"{20 + number % 90} Harv. L. Rev. {page}, {page + 9} ({year})",
    )
