-- Version 8: the number of the paragraph, by which judgments, reports and records are cited.
ALTER TABLE claims ADD COLUMN paragraph TEXT;    -- as printed, of numbered paragraphs
ALTER TABLE passages ADD COLUMN paragraph TEXT;

DROP VIEW claims_with_holders;
CREATE VIEW claims_with_holders AS
SELECT claims.id AS claim_id, claims.text AS claim, kind, stance, holder, holder_type, attribution, confidence,
       documents.title AS document, documents.authors, documents.date, documents.genre,
       coalesce(claims.page_label, claims.page) AS page, claims.paragraph, claims.section, documents.id AS document_id
FROM claims JOIN documents ON documents.row_id = claims.document;

DROP VIEW provision_claims;
CREATE VIEW provision_claims AS
SELECT links.provision, links.method, links.score, claims.text AS claim, kind, stance, holder, holder_type,
       documents.title AS document, documents.date, coalesce(claims.page_label, claims.page) AS page,
       claims.paragraph, claims.id AS claim_id
FROM links JOIN claims ON claims.row_id = links.claim JOIN documents ON documents.row_id = claims.document;
