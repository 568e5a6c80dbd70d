-- What a statement did is an English word: in a Turkish database lower('INSERT') has no dot on its i.
CREATE OR REPLACE FUNCTION working.count_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    several bigint := (SELECT count(*) FROM changed);
BEGIN
    IF several > 0 AND pg_trigger_depth() = 1 THEN  -- what another trigger sets right is no change of anybody's
        INSERT INTO working.change_step VALUES (working.own_change_set(), TG_TABLE_NAME, lower(TG_OP COLLATE "C"), several);
    END IF;
    RETURN NULL;
END $$;

UPDATE working.change_set SET detail = replace(detail::text, 'ınsert', 'insert')::jsonb WHERE detail::text LIKE '%ınsert%';
