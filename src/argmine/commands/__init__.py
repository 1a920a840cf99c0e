"""The commands that answer: search, trace, report, export, config. `argmine.cli` joins them to the rest.

Each imports what it needs when it runs: a search must not wait for what reads documents.
"""
