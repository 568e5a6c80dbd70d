-- Whom a source asks to be named beside its data, values that could not be read, and coordinates that cannot be moved.

ALTER TABLE ingest.import ADD COLUMN attribution text;

-- A row with an attribute is a note: the feature got in without that one value.
ALTER TABLE ingest.reject ADD COLUMN attribute text;

-- Whether a geometry can be brought into another CRS; asked only after a set-based transformation has failed.
CREATE FUNCTION ingest.transform_fault(shape geometry, target integer) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM ST_Transform(shape, target);
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLERRM;
END $$;
