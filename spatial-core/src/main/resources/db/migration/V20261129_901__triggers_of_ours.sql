-- Who may call a trigger's function may hang it on a temporary table of their own, and it writes identities, history and numbers as the owner
-- all the same. Whoever changes the table it belongs to needs no right to it.
-- An object's next number is given by such a function, too: what every change calls, everybody may call.
CREATE FUNCTION working.number_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE working.nesne SET son_surum = son_surum + 1 WHERE tucbs_no = NEW.tucbs_no RETURNING son_surum INTO NEW.surum_no;
    RETURN NEW;
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
    NEW.surum_baslangic := working.version_begins(OLD.surum_baslangic);  -- whereupon number_version gives the number
    NEW.change_set := working.current_change_set();
    NEW.olusturan := OLD.olusturan;
    NEW.olusturma_tarihi := OLD.olusturma_tarihi;
    NEW.degistiren := working.actor();
    RETURN NEW;
END $$;
DROP FUNCTION working.next_number(uuid);

-- A version that begins is numbered after trigger version, by whose name's order it runs.
CREATE FUNCTION working.number_versions(type text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER version_number BEFORE UPDATE ON working.%I FOR EACH ROW '
                   'WHEN (NEW.surum_baslangic IS DISTINCT FROM OLD.surum_baslangic) EXECUTE FUNCTION working.number_version()', type);
END $$;
REVOKE EXECUTE ON FUNCTION working.number_versions(text) FROM PUBLIC;

SELECT working.number_versions(c.relname::text)
FROM pg_class c
WHERE c.relnamespace = 'working'::regnamespace
  AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'version');

CREATE OR REPLACE FUNCTION working.keep_history(type text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    past text := type || '_gecmis';
BEGIN
    EXECUTE format('CREATE TABLE working.%I (surum_bitis timestamptz NOT NULL, ended_by bigint NOT NULL, '
                   'ended_how text NOT NULL, LIKE working.%I)', past, type);
    EXECUTE format('CREATE INDEX ON working.%I (tucbs_no, surum_no)', past);
    EXECUTE format('CREATE INDEX ON working.%I (change_set)', type);
    EXECUTE format('CREATE TRIGGER identity AFTER INSERT ON working.%I REFERENCING NEW TABLE AS inserted '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.register_identity()', type);
    EXECUTE format('CREATE TRIGGER version BEFORE UPDATE ON working.%I '
                   'FOR EACH ROW EXECUTE FUNCTION working.next_version()', type);
    PERFORM working.number_versions(type);
    EXECUTE format('CREATE TRIGGER history_update AFTER UPDATE ON working.%I REFERENCING OLD TABLE AS ended '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.remember()', type);
    EXECUTE format('CREATE TRIGGER history_delete AFTER DELETE ON working.%I REFERENCING OLD TABLE AS ended '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.remember()', type);
    EXECUTE format('CREATE TRIGGER keep BEFORE TRUNCATE ON working.%I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.refuse_truncate()', type);
    PERFORM working.count_changes(type);
    EXECUTE format('GRANT SELECT, DELETE ON working.%I TO kent_desk', type);
    EXECUTE format('GRANT SELECT ON working.%I TO kent_desk', past);
END $$;

DO $$
DECLARE
    own regprocedure;
BEGIN
    FOR own IN SELECT p.oid::regprocedure FROM pg_proc p
                WHERE p.pronamespace = 'working'::regnamespace AND p.prorettype = 'trigger'::regtype LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', own);
    END LOOP;
END $$;
