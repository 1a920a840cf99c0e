-- Version 6: what the reading of each document is worth, and more of what a document says of itself.
CREATE TABLE grades (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    grade    TEXT NOT NULL,          -- good, doubtful, poor
    reasons  TEXT NOT NULL           -- JSON list
);

-- The pages that are not good.
CREATE TABLE page_grades (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number   INTEGER NOT NULL,       -- pages.number
    grade    TEXT NOT NULL,
    reasons  TEXT NOT NULL,          -- JSON list
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

ALTER TABLE documents ADD COLUMN volume TEXT;       -- of the container
ALTER TABLE documents ADD COLUMN doi TEXT;          -- 10.1000/182
ALTER TABLE documents ADD COLUMN session TEXT;      -- of an organ, as a number
ALTER TABLE documents ADD COLUMN agenda_item TEXT;  -- its number

CREATE VIEW documents_to_look_at AS
SELECT documents.title, grade, reasons, (SELECT min(path) FROM sources WHERE document_id = documents.id) AS source,
       documents.id
FROM grades JOIN documents ON documents.row_id = grades.document WHERE grade <> 'good'
ORDER BY grade = 'poor' DESC, source;
