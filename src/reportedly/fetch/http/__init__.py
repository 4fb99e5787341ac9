"""One request over HTTP: guarded, polite, cut off where it is endless, and every failure told in plain words."""
