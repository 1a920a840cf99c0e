-- Sentences in which no claim was found: background, words of a treaty, report of procedure. They are searched as claims are.
CREATE TABLE passages (
    row_id     INTEGER PRIMARY KEY AUTOINCREMENT,  -- claims and passages count in one row: no number stands in both tables
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    region     TEXT NOT NULL,       -- body, note
    section    TEXT NOT NULL,       -- JSON list of the headings above, highest first
    page       INTEGER,             -- pages.number
    page_label TEXT
);
CREATE INDEX passages_by_document ON passages (document);

-- What claims and passages are compared by.
CREATE TABLE meanings (
    row_id   INTEGER PRIMARY KEY,   -- of a claim or a passage
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    encoder  TEXT NOT NULL,
    vector   BLOB NOT NULL          -- 16-bit floats, little endian
);
INSERT INTO meanings SELECT claim, document, encoder, vector FROM vectors JOIN claims ON row_id = claim;
DROP TABLE vectors;
ALTER TABLE meanings RENAME TO vectors;
CREATE INDEX vectors_by_document ON vectors (document);

-- The same, token by token, for late interaction.
CREATE TABLE tokens (
    row_id   INTEGER PRIMARY KEY,   -- of a claim or a passage
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    packed   BLOB NOT NULL          -- 32 bytes a token: 64 numbers of four bits
);
CREATE INDEX tokens_by_document ON tokens (document);

CREATE VIEW sentences_in_words AS
SELECT 'claim' AS what, claims.text AS sentence, kind, stance, holder, documents.title AS document,
       coalesce(claims.page_label, claims.page) AS page, documents.id AS document_id
FROM claims JOIN documents ON documents.row_id = claims.document WHERE part_of IS NULL
UNION ALL
SELECT 'passage', passages.text, NULL, NULL, NULL, documents.title, coalesce(passages.page_label, passages.page),
       documents.id
FROM passages JOIN documents ON documents.row_id = passages.document;
