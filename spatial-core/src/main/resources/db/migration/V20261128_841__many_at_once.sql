-- Many new objects at once: their identities go in plainly, each being new; only where one is known after all are versions numbered with
-- care. What is inserted is counted on the way, instead of by a trigger that reads all the rows again.
CREATE OR REPLACE FUNCTION working.register_identity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    several bigint := (SELECT count(*) FROM inserted);
    own bigint;
    is_foreign boolean;
    has_others boolean;
BEGIN
    IF several = 0 THEN
        RETURN NULL;
    END IF;
    own := working.own_change_set();
    IF pg_trigger_depth() = 1 THEN  -- what another trigger sets right is no change of anybody's
        INSERT INTO working.change_step VALUES (own, TG_TABLE_NAME, 'insert', several);
    END IF;
    IF several > 100 THEN
        BEGIN
            INSERT INTO working.nesne (tucbs_no, type, change_set)
            SELECT n.tucbs_no, TG_TABLE_NAME, own FROM inserted n ORDER BY n.tucbs_no;
            RETURN NULL;
        EXCEPTION WHEN unique_violation THEN
            NULL;  -- some are known or come with several rows
        END;
    END IF;
    WITH given AS (
        INSERT INTO working.nesne AS o (tucbs_no, type, change_set, son_surum)
        SELECT n.tucbs_no, TG_TABLE_NAME, own, count(*) FROM inserted n GROUP BY n.tucbs_no ORDER BY n.tucbs_no
        ON CONFLICT (tucbs_no) DO UPDATE SET son_surum = o.son_surum + excluded.son_surum
        RETURNING o.type, o.son_surum)
    SELECT bool_or(g.type <> TG_TABLE_NAME), bool_or(g.son_surum > 1) INTO is_foreign, has_others FROM given g;
    IF is_foreign THEN
        RAISE EXCEPTION 'a tucbs_no of % already belongs to an object of another type', TG_TABLE_NAME
            USING ERRCODE = 'unique_violation';
    END IF;
    IF has_others THEN
        EXECUTE format('UPDATE working.%I t SET surum_no = k.number FROM (SELECT n.row_no, '
                       'o.son_surum + 1 - row_number() OVER (PARTITION BY n.tucbs_no ORDER BY n.row_no DESC) AS number '
                       'FROM inserted n JOIN working.nesne o USING (tucbs_no) WHERE o.son_surum > 1) k '
                       'WHERE t.row_no = k.row_no AND t.surum_no <> k.number', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    type text;
BEGIN
    FOR type IN SELECT c.relname FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
                 WHERE c.relnamespace = 'working'::regnamespace AND t.tgname = 'count_insert' LOOP
        EXECUTE format('DROP TRIGGER count_insert ON working.%I', type);
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION working.count_changes(type text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER count_update AFTER UPDATE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
    EXECUTE format('CREATE TRIGGER count_delete AFTER DELETE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
END $$;
