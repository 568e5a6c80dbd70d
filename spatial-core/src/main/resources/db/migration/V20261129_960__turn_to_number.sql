-- Whose turn it is to be numbered at commit is a row that nobody else may lock: an advisory lock is everybody's who can connect.
CREATE TABLE working.change_turn (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row));
INSERT INTO working.change_turn DEFAULT VALUES;

-- A person who has it and then does nothing, as only SET CONSTRAINTS makes possible before the commit, loses it after a minute, unless they
-- lift that limit on purpose; then pg_stat_activity tells who it is.
CREATE OR REPLACE FUNCTION working.number_change_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    several bigint;
    what    jsonb;
BEGIN
    WITH step AS (DELETE FROM working.change_step WHERE change_set = NEW.change_set RETURNING type, how, rows),
         each AS (SELECT type, how, sum(rows) AS rows FROM step GROUP BY type, how),
         told AS (SELECT type, sum(rows) AS rows, string_agg(rows || ' ' || how, ', ' ORDER BY how) AS words FROM each GROUP BY type)
    SELECT sum(rows), jsonb_build_object('layers', string_agg(type, ' ' ORDER BY type)) || jsonb_object_agg(type, words)
      INTO several, what FROM told;
    IF working.edits_directly() THEN
        PERFORM set_config('idle_in_transaction_session_timeout', '1min', true);
    END IF;
    PERFORM FROM working.change_turn FOR UPDATE;  -- held until the commit is visible
    UPDATE working.change_set
       SET change_no = nextval('working.change_no'), items = coalesce(several, 0), detail = coalesce(what, '{}'),
           made_at = greatest(clock_timestamp(), (SELECT l.made_at FROM working.change_set l WHERE l.change_no IS NOT NULL
                                                   ORDER BY l.change_no DESC LIMIT 1))
     WHERE change_set = NEW.change_set;
    RETURN NULL;
END $$;
