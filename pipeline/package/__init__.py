"""The data package: every table as CSV, their description, and the sources that they were read from.

Everything here is pure: it yields file names with their bytes, and `build` writes them.
"""

from pipeline.package.descriptor import descriptor, table_schema
from pipeline.package.files import package_files
from pipeline.package.rows import csv_bytes

__all__ = ["csv_bytes", "descriptor", "package_files", "table_schema"]
