"""How well, how fast and how steadily documents are cleaned and structured; `make benchmark` prints it."""
