-- Whether a snapshot's tables hold the encoded forms of their rows (columns properties and tags). Those frozen before they were
-- made do not, and are read column by column.
ALTER TABLE release.snapshot ADD COLUMN has_forms boolean NOT NULL DEFAULT false;
