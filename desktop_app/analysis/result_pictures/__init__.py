"""Posted results as pictures: participant flow, adverse events, values of outcome measures."""
