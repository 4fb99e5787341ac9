"""A sample world: invented outlets in two invented countries, served over HTTP on this machine only."""
