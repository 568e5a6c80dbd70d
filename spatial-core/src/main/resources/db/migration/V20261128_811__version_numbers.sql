-- Numbers of versions are unique in an object, over all its periods and beyond a deletion: the last one given stands with its identity.
ALTER TABLE working.nesne ADD COLUMN son_surum integer NOT NULL DEFAULT 1;
ALTER TABLE working.nesne SET (fillfactor = 80);  -- room for the next number on the row's own page

DO $$
DECLARE
    type text;
BEGIN
    FOR type IN SELECT c.relname FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
                 WHERE c.relnamespace = 'working'::regnamespace AND t.tgname = 'version' LOOP
        EXECUTE format('UPDATE working.nesne n SET son_surum = k.last FROM (SELECT v.tucbs_no, max(v.surum_no) AS last FROM '
                       '(SELECT tucbs_no, surum_no FROM working.%I UNION ALL SELECT tucbs_no, surum_no FROM working.%I) v '
                       'GROUP BY v.tucbs_no HAVING max(v.surum_no) > 1) k WHERE n.tucbs_no = k.tucbs_no', type, type || '_gecmis');
    END LOOP;
END $$;

CREATE FUNCTION working.next_number(object uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    number integer;
BEGIN
    UPDATE working.nesne SET son_surum = son_surum + 1 WHERE tucbs_no = object RETURNING son_surum INTO number;
    RETURN number;
END $$;

-- A row is inserted as version 1. Only of an object that was known before, or comes with several rows, is that wrong: set right at once.
CREATE OR REPLACE FUNCTION working.register_identity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    own bigint;
    is_foreign boolean;
    has_others boolean;
BEGIN
    IF NOT EXISTS (SELECT FROM inserted) THEN
        RETURN NULL;
    END IF;
    own := working.own_change_set();
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

CREATE OR REPLACE FUNCTION working.next_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN  -- register_identity, which runs as the owner, and nobody else, may set a number right
        IF current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = TG_RELID) THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NEW.tucbs_no <> OLD.tucbs_no THEN
        RAISE EXCEPTION 'the tucbs_no of an object never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF abs(NEW.surum_no) IS DISTINCT FROM OLD.surum_no THEN
        RAISE EXCEPTION 'object % was changed meanwhile by %: your edit starts from version %, version % is known now',
                OLD.tucbs_no, coalesce(OLD.degistiren, OLD.olusturan), abs(NEW.surum_no), OLD.surum_no
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = working.told(to_jsonb(OLD), to_jsonb(NEW)),
                  HINT = 'Read the object again (in QGIS: discard your edits, reload the layer) and repeat your change.';
    END IF;
    NEW.surum_no := OLD.surum_no;
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NULL;
    END IF;
    NEW.surum_no := working.next_number(OLD.tucbs_no);
    NEW.surum_baslangic := working.version_begins(OLD.surum_baslangic);
    NEW.change_set := working.current_change_set();
    NEW.olusturan := OLD.olusturan;
    NEW.olusturma_tarihi := OLD.olusturma_tarihi;
    NEW.degistiren := working.actor();
    RETURN NEW;
END $$;

-- A number that is set right ends no version: a version that follows begins later.
CREATE OR REPLACE FUNCTION working.remember() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    EXECUTE format('INSERT INTO working.%I OVERRIDING SYSTEM VALUE '
                   'SELECT coalesce(n.surum_baslangic, working.version_begins(o.surum_baslangic)), $1, $2, o.* '
                   'FROM ended o LEFT JOIN working.%I n USING (row_no) '
                   'WHERE n.surum_baslangic IS DISTINCT FROM o.surum_baslangic', TG_TABLE_NAME || '_gecmis', TG_TABLE_NAME)
        USING working.own_change_set(), lower(TG_OP);
    RETURN NULL;
END $$;
