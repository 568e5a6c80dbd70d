-- Imports: one row per run, and what could not be taken with its reason. Written in the same transaction as the data.

CREATE SCHEMA ingest;
GRANT USAGE ON SCHEMA ingest TO kent_desk;

CREATE TABLE ingest.import (
    import_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source      text        NOT NULL,
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    counts      jsonb,
    attribution text,       -- whom the source asks to be named beside its data
    attribution_link text   -- where the licence is told that asks for it
);

CREATE TABLE ingest.reject (
    import_no bigint NOT NULL REFERENCES ingest.import,
    type      text   NOT NULL,
    key       text   NOT NULL,
    reason    text   NOT NULL,
    attribute text,   -- a row with one is a note: the feature got in without that one value
    record_no bigint  -- its number in the file among those of its type; of one without an identity all there is to find it by
);
CREATE INDEX reject_import ON ingest.reject (import_no, type);

GRANT SELECT ON ingest.import, ingest.reject TO kent_desk;

-- Whether a geometry can be brought into another CRS; asked only after a set-based transformation has failed.
CREATE FUNCTION ingest.transform_fault(shape geometry, target integer) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ST_Transform(shape, target);
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLERRM;
END $$;
