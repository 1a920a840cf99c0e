-- Version 2: contents that a user has joined to another: the same work, scanned or saved twice. Kept over ingests.
CREATE TABLE joined (
    sha256   TEXT PRIMARY KEY,       -- of the copy; its sources share the document of the original
    original TEXT NOT NULL           -- sha256 of the original
) WITHOUT ROWID;
