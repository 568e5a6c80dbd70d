-- What was changed while the clock stood years ahead would give its time to every later change, and "known then" would show none of them. The next
-- change is refused instead, so that somebody sets the times right on the first day.
CREATE OR REPLACE FUNCTION working.number_change_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    several bigint;
    what    jsonb;
    latest  timestamptz;
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
    SELECT l.made_at INTO latest FROM working.change_set l WHERE l.change_no IS NOT NULL ORDER BY l.change_no DESC LIMIT 1;
    IF latest > clock_timestamp() + interval '1 hour' THEN
        RAISE EXCEPTION 'the clock stands at %, but the last change was made at %: one of the two is wrong', clock_timestamp(), latest
            USING HINT = 'docs/operator.md tells under "The clock" what to do';
    END IF;
    UPDATE working.change_set
       SET change_no = nextval('working.change_no'), items = coalesce(several, 0), detail = coalesce(what, '{}'),
           made_at = greatest(clock_timestamp(), latest)
     WHERE change_set = NEW.change_set;
    RETURN NULL;
END $$;
