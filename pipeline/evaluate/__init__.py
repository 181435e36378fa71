"""How well a data package agrees with gold: annotations that people made by reading the sources.

Figures are micro-averaged over the documents; 1.0 is perfect. Gold names source lines (1-based, split at line
feeds) instead of repeating their text. The format of a gold file is described in `pipeline.evaluate.gold`.
"""

from pipeline.evaluate.figures import Evaluation
from pipeline.evaluate.run import evaluate

__all__ = ["Evaluation", "evaluate"]
