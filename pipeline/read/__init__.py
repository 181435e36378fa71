"""First stage: from a folder of sources to decoded texts. It reads the disk and never writes."""

from pipeline.read.decoding import decode
from pipeline.read.folder import SourceFile, find_sources, read_source, source_file
from pipeline.read.sidecar import CURATED_COLUMNS, parse_sidecar

__all__ = [
    "CURATED_COLUMNS",
    "SourceFile",
    "decode",
    "find_sources",
    "parse_sidecar",
    "read_source",
    "source_file",
]
