"""Assignments (giao việc): who must act, in which role, read from each clause."""

from pipeline.enrich.assignments.find import find_assignments
from pipeline.enrich.assignments.rules import RULES

__all__ = ["RULES", "find_assignments"]
