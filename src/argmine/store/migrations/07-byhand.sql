-- Version 7: what a claim was before a user put it right, so that he can take it back. Kinds as in corrections.
CREATE TABLE originals (
    claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    kind  TEXT NOT NULL,             -- provision, stance, held
    value TEXT NOT NULL,             -- JSON: what argmine had found
    PRIMARY KEY (claim, kind)
) WITHOUT ROWID;
