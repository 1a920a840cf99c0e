-- Clauses that are claims by themselves, and which claim speaks for or against which.
ALTER TABLE claims ADD COLUMN part_of INTEGER REFERENCES claims (row_id) ON DELETE CASCADE;  -- the sentence's claim
CREATE INDEX claims_by_sentence ON claims (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE relations (
    document     INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    kind         TEXT NOT NULL,      -- support, attack, concession: of the target by the source
    source_start INTEGER NOT NULL,
    source_stop  INTEGER NOT NULL,
    source_text  TEXT NOT NULL,
    source_claim INTEGER REFERENCES claims (row_id) ON DELETE CASCADE,  -- null: a fact
    target_start INTEGER NOT NULL,
    target_stop  INTEGER NOT NULL,
    target_text  TEXT NOT NULL,
    target_claim INTEGER NOT NULL REFERENCES claims (row_id) ON DELETE CASCADE,
    marker_start INTEGER NOT NULL,
    marker_stop  INTEGER NOT NULL,
    marker       TEXT NOT NULL,      -- the words that show it
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX relations_by_source ON relations (source_claim);
CREATE INDEX relations_by_target ON relations (target_claim);

CREATE VIEW structure_of_arguments AS
SELECT title, kind, marker, source_text AS source, target_text AS target
FROM relations JOIN documents ON documents.row_id = relations.document;
