-- Imports: one row per run, and what could not be taken with its reason. Written in the same transaction as the data.

CREATE SCHEMA ingest;
GRANT USAGE ON SCHEMA ingest TO kent_desk;

CREATE TABLE ingest.import (
    import_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source      text        NOT NULL,
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    counts      jsonb
);

CREATE TABLE ingest.reject (
    import_no bigint NOT NULL REFERENCES ingest.import,
    type      text   NOT NULL,
    key       text   NOT NULL,
    reason    text   NOT NULL
);
CREATE INDEX reject_import ON ingest.reject (import_no, type);

GRANT SELECT ON ingest.import, ingest.reject TO kent_desk;
