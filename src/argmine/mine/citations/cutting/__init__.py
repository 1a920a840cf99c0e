"""Cutting: a note taken apart into the stretches that may be one citation each."""
