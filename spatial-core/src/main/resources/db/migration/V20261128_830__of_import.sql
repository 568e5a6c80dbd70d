-- Whether a source gave the values of a change set, or a person. Only who connects as the owner can say that a source did.
ALTER TABLE working.change_set ADD COLUMN of_import boolean NOT NULL DEFAULT false;
UPDATE working.change_set SET of_import = true WHERE reason LIKE 'import: %';

CREATE OR REPLACE FUNCTION working.current_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    id text := current_setting('kent.change_set', true);
BEGIN
    IF id IS NULL OR id = '' THEN
        INSERT INTO working.change_set (made_by, reason, of_import)
        VALUES (working.actor(), nullif(current_setting('kent.reason', true), ''),
                session_user = current_user AND coalesce(current_setting('kent.import', true) = 'on', false))
        RETURNING change_set INTO id;
        PERFORM set_config('kent.change_set', id, true);
    END IF;
    RETURN id::bigint;
END $$;
