"""chithi: from the published texts of Vietnamese official directives to open data and a site."""
