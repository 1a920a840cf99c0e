"""Encoders that ship with argmine: one folder per model, all that is known of each in `models.toml`."""
