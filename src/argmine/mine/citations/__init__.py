"""Citations: each authority that a note or a sentence names, parsed into its fields.

    finding ── notes        cutting: segments, signals, stops, prose        where one citation begins and ends
       │                    back: pointers, shortened, mentions             what points to a citation elsewhere
       │                    forms: one reader for each kind, and readings   what kind it is, most certain first
       │                    fields: authors, issuers, imprints, dates       what each reader asks of its text
       └── running text     marks: series, symbols, pinpoints               what can be nothing else

`triggers` says which words open a pattern, so that a note does not meet the patterns of what it has not.
"""
