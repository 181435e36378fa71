"""The page that greets a data user inside the package."""

from pipeline.package.descriptor import DESCRIPTION, TITLE, data_path
from pipeline.tables import TABLES

_USE = """\
## Open it

UTF-8, comma separated, an empty cell means «not known». Dates are written `2021-03-04`.

```python
import pandas as pd

clauses = pd.read_csv("data/clauses.csv", dtype="string", keep_default_na=False)
```

```r
text <- readr::cols(label = "c", path = "c")
clauses <- readr::read_csv("data/clauses.csv", na = "", col_types = text)
```

```sql
-- DuckDB
SELECT path, label, text FROM read_csv('data/clauses.csv', all_varchar = true) WHERE role = 'operative';
```

Excel: Data → From Text/CSV, file origin «65001: Unicode (UTF-8)», and set `path`, `label` and
`province_code` to text: opened by a double click, `1.1` turns into a number or a date, the label `1-` into -1, and
the code `01` into 1.

`frictionless validate datapackage.json` checks types, keys and references.

## What is promised

- Nothing lost: `segments` divides each text of `source/` so that every character belongs to exactly one
  row, kept, removed (with the rule that removed it) or blank. Offsets count Unicode code points from 0, less
  a byte order mark.
- Nothing invented: what a source does not state is empty, or carries its basis (`issued_on_basis`,
  `evidence`). Files `source/*.toml` hold what a maintainer knows beside the text, with reasons.
- Nothing silently corrected: suspected errors stay as printed and are listed in `anomalies`.

A clause's `text` is its segments of kinds `label` and `text`, put together (a space where something stands
between two), normalised, less the normalised label. Normalised means Unicode NFC, emphasis marks, zero-width and
soft-hyphen characters dropped, every run of white space one space, the ends stripped; nothing else.

## Licence

The data is dedicated to the public domain (CC0-1.0). The documents themselves are official texts, which
article 15 of Vietnam's Law on Intellectual Property (Luật Sở hữu trí tuệ 50/2005/QH11) leaves without
copyright protection.
"""


def readme() -> str:
    """The Markdown text of the package's README: what each table holds, and how to open it."""
    rows = "\n".join(f"| [{table.name}]({data_path(table)}) | {table.description.en} |" for table in TABLES)
    tables = f"| table | what it holds |\n| --- | --- |\n{rows}\n"
    columns = (
        "Every column is described in `datapackage.json`, in Vietnamese (title) and English (description)."
    )
    dates = "[deadlines.ics](deadlines.ics) is the dated part of `deadlines` for calendar programs."
    return f"# {TITLE}\n\n{DESCRIPTION}\n\n{tables}\n{columns} {dates}\n\n{_USE}"
