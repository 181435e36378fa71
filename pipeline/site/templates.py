"""The Jinja2 templates of the data pages, with autoescape on and the words of the site as filters."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.site import cite, phrases, words
from pipeline.site.corpus import grouped
from pipeline.site.duties import answerable
from pipeline.site.shell import base_of

_TEMPLATES = Path(__file__).parents[2] / "site" / "templates"


@cache
def environment() -> Environment:
    """The environment of all templates; an unknown name is an error, never an empty string."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # else every page asks the disk for the age of each template
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": words.vietnamese_date,
        "number": words.vietnamese_number,
        "tied": words.tied,
        "dates": words.dates_in_words,
        "first_words": phrases.first_words,
        "groupby_phrase": lambda rows: grouped(rows, phrases.deadline_phrase).items(),
    }
    made.globals |= {
        "words": words,
        "phrases": phrases,
        "type_name": words.type_name,
        "short_name": words.short_name,
        "issuer_name": words.issuer_name,
        "subject": words.subject,
        "work_name": phrases.work_name,
        "work_subject": phrases.work_subject,
        "deadline_phrase": phrases.deadline_phrase,
        "answerable": answerable,
        "clause_label": phrases.clause_label,
        "clause_reference": cite.clause_reference,
    }
    return made


def render(template: str, address: str, **values: Any) -> Markup:
    """Render a template for the page at an address; links in it start from `base`."""
    html = environment().get_template(template).render(base=base_of(address), **values)
    return Markup(html)  # noqa: S704 - autoescape made it
