-- argmine.db, version 1: what was read and what was found in it, once.
--
-- Places are counted in characters of the document's text: a stretch begins at `start` and ends before `stop`.
-- A column `document` holds documents.row_id, a column `claim` holds claims.row_id; `position` is the place in order,
-- from 0. Lists are JSON. Tables keep no clock time and nothing random: the same sources in the same order make the
-- same rows. To read by eye, begin with the views at the end.

PRAGMA application_id = 0x41524D4E;  -- "ARMN"

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,          -- generation: names this state of the tables; encoder: who made the vectors
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A file by its path: either it became a document, or it failed at a stage. Copies of a file share one document.
CREATE TABLE sources (
    path        TEXT PRIMARY KEY,    -- as the user named it; a name that is not Unicode stands here as bytes
    sha256      TEXT NOT NULL,
    recipe      TEXT NOT NULL,       -- versions of code, knowledge and models that read it
    document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
    stage       TEXT,
    reason      TEXT,
    hint        TEXT,
    CHECK ((document_id IS NULL) = (reason IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX sources_by_document ON sources (document_id);

CREATE TABLE documents (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    sha256     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,     -- bytes
    title      TEXT,
    authors    TEXT NOT NULL,        -- JSON list of names
    date       TEXT,                 -- ISO 8601; may stop at the month or the year
    language   TEXT,
    genre      TEXT NOT NULL,
    symbol     TEXT,                 -- A/AC.105/L.339
    container  TEXT,
    url        TEXT,
    instrument TEXT,                 -- code of the treaty whose text this is
    recipe     TEXT NOT NULL
);

-- Apart from documents, so that lists of documents stay quick.
CREATE TABLE texts (
    document  INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    text      TEXT NOT NULL,         -- body, then notes, then furniture
    furniture TEXT NOT NULL,         -- JSON list of [start, stop]: running heads, page numbers, menus
    lines     BLOB NOT NULL          -- zlib of a JSON list of [start, stop, page, x0, top, x1, bottom] in PDF points
);

CREATE TABLE pages (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number   INTEGER NOT NULL,       -- counts from 1 in the file
    label    TEXT,                   -- as printed
    width    REAL NOT NULL,
    height   REAL NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE blocks (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,          -- heading, paragraph, list_item, quotation, table, caption
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    level    INTEGER NOT NULL,
    label    TEXT,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE notes (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number   TEXT NOT NULL,          -- as printed
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    anchor   INTEGER,                -- where its marker stood in the body
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE speeches (
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    stop        INTEGER NOT NULL,
    speaker     TEXT NOT NULL,
    affiliation TEXT,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

-- The own words of an ingested treaty.
CREATE TABLE articles (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number   TEXT NOT NULL,          -- in the instrument's own numerals
    heading  TEXT,
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE sentences (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    region   TEXT NOT NULL,          -- body, note
    block    INTEGER,                -- blocks.position
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE claims (
    row_id      INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: the key of the vector and full-text indexes
    id          TEXT NOT NULL UNIQUE,
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    stop        INTEGER NOT NULL,
    text        TEXT NOT NULL,
    region      TEXT NOT NULL,       -- body, note
    section     TEXT NOT NULL,       -- JSON list of the headings above, highest first
    page        INTEGER,             -- pages.number
    page_label  TEXT,
    kind        TEXT NOT NULL,       -- interpretive, normative, evaluative
    stance      TEXT,                -- permits, prohibits, requires, limits, open
    holder_id   TEXT NOT NULL,
    holder      TEXT NOT NULL,       -- "author": the document's own authors
    holder_type TEXT NOT NULL,
    attribution TEXT NOT NULL,       -- own, reported, quoted, endorsed, rejected
    confidence  REAL NOT NULL,
    rules       TEXT NOT NULL,       -- JSON list of what decided
    reporter    TEXT                 -- JSON [name, type, id] of who reports it, where not the document's author
);
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_holder ON claims (holder, document);

CREATE TABLE citations (
    row_id     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,        -- as printed
    kind       TEXT NOT NULL,        -- CSL type, or "short" for ibid. and supra
    identifier TEXT,                 -- UN symbol, place in a series, DOI, URL
    note       TEXT,                 -- number of the note in which it stands
    signal     TEXT,                 -- see also, but see, cf.
    authors    TEXT NOT NULL,        -- JSON list of names
    title      TEXT,
    container  TEXT,                 -- journal, book, series or site
    editors    TEXT NOT NULL,        -- JSON list of names
    volume     TEXT,
    issue      TEXT,
    edition    TEXT,
    year       INTEGER,
    date       TEXT,                 -- as printed
    publisher  TEXT,
    place      TEXT,
    pages      TEXT,
    identifiers TEXT NOT NULL,       -- JSON list
    pinpoints  TEXT NOT NULL,        -- JSON list of [unit, value]
    parenthetical TEXT,              -- what is said of it behind it
    quoted     TEXT,
    defined    TEXT,                 -- "hereinafter"
    pointer    TEXT                  -- JSON [form, note, name] of what points back
);
CREATE INDEX citations_by_document ON citations (document);

-- What each short form means; without a target, why not.
CREATE TABLE antecedents (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    citation INTEGER NOT NULL REFERENCES citations ON DELETE CASCADE,
    target   INTEGER REFERENCES citations ON DELETE CASCADE,
    reason   TEXT,                   -- with a target: what is wrong with the reference all the same
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX antecedents_by_citation ON antecedents (citation);
CREATE INDEX antecedents_by_target ON antecedents (target);

-- One authority over the corpus; made anew from the citations after each ingest.
CREATE TABLE works (
    row_id    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,         -- from its keys: the same on every ingest
    kind      TEXT NOT NULL,         -- CSL type
    authors   TEXT NOT NULL,
    title     TEXT,
    container TEXT,
    editors   TEXT NOT NULL,
    volume    TEXT,
    issue     TEXT,
    edition   TEXT,
    year      INTEGER,
    date      TEXT,
    publisher TEXT,
    place     TEXT,
    pages     TEXT,
    identifiers TEXT NOT NULL,
    keys      TEXT NOT NULL,         -- JSON list: what joined its citations
    document  INTEGER REFERENCES documents ON DELETE SET NULL  -- the ingested document that it is
);
CREATE INDEX works_by_id ON works (id);
CREATE INDEX works_by_document ON works (document);

CREATE TABLE work_citations (
    work     INTEGER NOT NULL REFERENCES works ON DELETE CASCADE,
    citation INTEGER NOT NULL REFERENCES citations ON DELETE CASCADE,
    PRIMARY KEY (work, citation)
) WITHOUT ROWID;
CREATE INDEX work_citations_by_citation ON work_citations (citation);

-- Keys by which a user found works joined that are not one: they join nothing any more.
CREATE TABLE kept_apart (
    key TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE INDEX citations_by_identifier ON citations (identifier COLLATE NOCASE);

-- Which authority a claim rests on.
CREATE TABLE claim_citations (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim    INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    citation INTEGER NOT NULL REFERENCES citations ON DELETE CASCADE,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX claim_citations_by_claim ON claim_citations (claim);
CREATE INDEX claim_citations_by_citation ON claim_citations (citation);

-- Which provision a claim is about.
CREATE TABLE links (
    document       INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    claim          INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    provision      TEXT NOT NULL,    -- OST:I(2)
    instrument     TEXT NOT NULL,    -- OST
    path           TEXT NOT NULL,    -- JSON list: ["I","2"]
    method         TEXT NOT NULL,    -- explicit, anaphoric, implicit, topical, by hand
    score          REAL NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_stop  INTEGER NOT NULL,
    relation       TEXT NOT NULL,    -- interprets, mentions
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX links_by_claim ON links (claim);
CREATE INDEX links_by_provision ON links (instrument, path, claim);

-- One reading of one provision, whoever holds it; made anew after each ingest, under the same ids.
CREATE TABLE interpretations (
    id        TEXT PRIMARY KEY,      -- the claim that founded it, and the provision: 3fa9c1d2e4b7-1042-1180@OST:II
    provision TEXT NOT NULL,         -- OST:II
    label     TEXT NOT NULL,         -- the words of its most central claim, or a user's
    stance    TEXT                   -- of its claims; null where none has one
) WITHOUT ROWID;
CREATE INDEX interpretations_by_provision ON interpretations (provision);

-- A claim as evidence that somebody holds an interpretation; `holder_id` is one over the corpus.
CREATE TABLE positions (
    interpretation TEXT NOT NULL REFERENCES interpretations ON DELETE CASCADE,
    claim          INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    holder_id      TEXT NOT NULL,
    holder         TEXT NOT NULL,
    holder_type    TEXT NOT NULL,
    centrality     REAL NOT NULL,    -- mean likeness to the other claims of the interpretation, 0..1
    PRIMARY KEY (interpretation, claim)
) WITHOUT ROWID;
CREATE INDEX positions_by_claim ON positions (claim);
CREATE INDEX positions_by_holder ON positions (holder_id);

-- Two interpretations of one provision that exclude each other, with the claim of each that shows it best.
CREATE TABLE oppositions (
    one         TEXT NOT NULL REFERENCES interpretations ON DELETE CASCADE,
    other       TEXT NOT NULL REFERENCES interpretations ON DELETE CASCADE,
    one_claim   INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    other_claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX oppositions_by_claim ON oppositions (one_claim);
CREATE INDEX oppositions_by_other_claim ON oppositions (other_claim);

-- What a user has put right by hand; kept from one ingest to the next.
CREATE TABLE corrections (
    kind   TEXT NOT NULL,            -- rename, merge, move, holder, work
    target TEXT NOT NULL,            -- id of an interpretation, of a claim (move), of a holder; a key of a work
    value  TEXT NOT NULL,            -- label; id of the interpretation or holder that it becomes; the other work's key
    PRIMARY KEY (kind, target)
) WITHOUT ROWID;

CREATE TABLE unresolved (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE vectors (
    claim   INTEGER PRIMARY KEY REFERENCES claims ON DELETE CASCADE,
    encoder TEXT NOT NULL,
    vector  BLOB NOT NULL            -- 16-bit floats, little endian
);

CREATE VIEW documents_with_sources AS
SELECT documents.id, title, authors, date, genre, symbol, language, instrument, path AS source
FROM documents JOIN sources ON sources.document_id = documents.id;

CREATE VIEW claims_with_holders AS
SELECT claims.id AS claim_id, claims.text AS claim, kind, stance, holder, holder_type, attribution, confidence,
       documents.title AS document, documents.authors, documents.date, documents.genre,
       coalesce(claims.page_label, claims.page) AS page, claims.section, documents.id AS document_id
FROM claims JOIN documents ON documents.row_id = claims.document;

CREATE VIEW provision_claims AS
SELECT links.provision, links.method, links.score, claims.text AS claim, kind, stance, holder, holder_type,
       documents.title AS document, documents.date, coalesce(claims.page_label, claims.page) AS page,
       claims.id AS claim_id
FROM links JOIN claims ON claims.row_id = links.claim JOIN documents ON documents.row_id = claims.document;

CREATE VIEW holders AS
SELECT holder_id, holder, holder_type, count(*) AS claims, count(DISTINCT document) AS documents
FROM claims GROUP BY holder_id, holder, holder_type;

CREATE VIEW authorities_of_claims AS
SELECT claims.text AS claim, citations.text AS citation, citations.kind, citations.identifier, citations.note,
       documents.title AS document, claims.id AS claim_id
FROM claim_citations JOIN claims ON claims.row_id = claim_citations.claim
JOIN citations ON citations.row_id = claim_citations.citation
JOIN documents ON documents.row_id = claim_citations.document;

CREATE VIEW who_cites_whom AS
SELECT citing.title AS document, citing.date, citations.text AS citation, citations.note, works.title AS work,
       works.authors, works.year, cited.title AS cited_document, works.id AS work_id, citing.id AS document_id
FROM work_citations JOIN works ON works.row_id = work_citations.work
JOIN citations ON citations.row_id = work_citations.citation
JOIN documents AS citing ON citing.row_id = citations.document
LEFT JOIN documents AS cited ON cited.row_id = works.document;

CREATE VIEW unresolved_citations AS
SELECT citations.text AS citation, citations.note, antecedents.reason, documents.title AS document
FROM antecedents JOIN citations ON citations.row_id = antecedents.citation
JOIN documents ON documents.row_id = antecedents.document WHERE target IS NULL;

CREATE VIEW treaty_articles AS
SELECT documents.instrument, articles.number, articles.heading,
       substr(texts.text, articles.start + 1, articles.stop - articles.start) AS text, documents.title AS document
FROM articles JOIN documents ON documents.row_id = articles.document JOIN texts ON texts.document = articles.document;

CREATE VIEW unresolved_mentions AS
SELECT substr(texts.text, unresolved.start + 1, unresolved.stop - unresolved.start) AS mention, unresolved.reason,
       documents.title AS document, documents.id AS document_id
FROM unresolved JOIN documents ON documents.row_id = unresolved.document
JOIN texts ON texts.document = unresolved.document;

CREATE VIEW failures AS
SELECT path, stage, reason, hint FROM sources WHERE document_id IS NULL;
