-- How each claim is put, and what decided on it.
ALTER TABLE claims ADD COLUMN modality TEXT;    -- recommendation, obligation, permission, possibility, prediction
ALTER TABLE claims ADD COLUMN strength TEXT NOT NULL DEFAULT 'plain';        -- hedged, plain, boosted
ALTER TABLE claims ADD COLUMN polarity TEXT NOT NULL DEFAULT 'affirmative';  -- or negative
ALTER TABLE claims ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';           -- name and version of the model
