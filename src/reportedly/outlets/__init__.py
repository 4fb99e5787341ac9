"""Publishers as data: a TOML file an outlet."""
