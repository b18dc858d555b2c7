"""The map of a study's sites: outlines of the countries, a dot per site."""
