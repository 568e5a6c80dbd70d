-- People who edit working data with a program of their own (QGIS, psql), each signed in under their own name:
-- CREATE ROLE "ayse.yilmaz" LOGIN PASSWORD '…' IN ROLE kent_editor.
-- They see working data only. The desk's own role would show them accounts, keys and agreements as well.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kent_editor') THEN
        CREATE ROLE kent_editor NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
END $$;
GRANT USAGE ON SCHEMA kent, working TO kent_editor;
GRANT SELECT ON kent.setting, working.nesne, working.nesne_soyu, working.change_set, working.kod_listesi, working.kod_degeri TO kent_editor;
GRANT INSERT (eski, yeni, tur) ON working.nesne_soyu TO kent_editor;

-- Whether this connection is such a person's.
CREATE FUNCTION working.edits_directly() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT pg_has_role(r.oid, 'kent_editor', 'MEMBER') AND NOT r.rolsuper FROM pg_roles r WHERE r.rolname = session_user
$$;

-- Who makes this change: the service says for whom it writes, a person is who signed in.
CREATE FUNCTION working.actor() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT CASE WHEN working.edits_directly() THEN session_user::text
                ELSE coalesce(nullif(current_setting('kent.actor', true), ''), session_user::text) END
$$;

CREATE OR REPLACE FUNCTION working.current_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    id text := current_setting('kent.change_set', true);
BEGIN
    IF id IS NULL OR id = '' THEN
        INSERT INTO working.change_set (made_by, reason)
        VALUES (working.actor(), nullif(current_setting('kent.reason', true), ''))
        RETURNING change_set INTO id;
        PERFORM set_config('kent.change_set', id, true);
    END IF;
    RETURN id::bigint;
END $$;

-- QGIS asks for the right to insert into the table as a whole, so the columns that are ours are set here.
CREATE FUNCTION working.first_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    NEW.surum_no := 1;
    NEW.surum_baslangic := now();
    NEW.change_set := working.current_change_set();
    NEW.olusturan := session_user;
    NEW.olusturma_tarihi := now();
    NEW.degistiren := NULL;
    RETURN NEW;
END $$;

-- An update that gives the version it started from is refused when that is no longer the one known. It may be given as a negative
-- number: QGIS sends only what differs from what it read.
CREATE OR REPLACE FUNCTION working.next_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
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
    NEW.surum_no := OLD.surum_no + 1;
    NEW.surum_baslangic := now();
    NEW.change_set := working.current_change_set();
    NEW.olusturan := OLD.olusturan;
    NEW.olusturma_tarihi := OLD.olusturma_tarihi;
    NEW.degistiren := working.actor();
    RETURN NEW;
END $$;

-- What differs between the version that is known and the one somebody wants to write; of a shape, that it does.
CREATE FUNCTION working.told(known jsonb, wanted jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT string_agg(CASE WHEN jsonb_typeof(k.value) = 'object' THEN k.key || ': another shape'
                           ELSE format('%s: %s now, %s yours', k.key, left(k.value::text, 200), left((wanted -> k.key)::text, 200)) END,
                      '; ' ORDER BY k.key)
    FROM jsonb_each(known) k WHERE k.key <> 'surum_no' AND k.value IS DISTINCT FROM wanted -> k.key
$$;
GRANT EXECUTE ON FUNCTION working.told(jsonb, jsonb) TO PUBLIC;

-- Opens a type's table to direct editors: its history to read, and the columns the desk may write. Asked again after columns were added.
CREATE FUNCTION working.open_to_editors(type text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    writable text := (SELECT string_agg(quote_ident(a.attname), ', ')
                      FROM pg_attribute a
                      WHERE a.attrelid = format('working.%I', type)::regclass AND a.attnum > 0 AND NOT a.attisdropped
                        AND has_column_privilege('kent_desk', a.attrelid, a.attnum, 'UPDATE'));
BEGIN
    EXECUTE format('ALTER TABLE working.%I ALTER tucbs_no SET DEFAULT gen_random_uuid()', type);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON working.%I TO kent_editor', type);
    EXECUTE format('GRANT UPDATE (surum_no, %s) ON working.%I TO kent_editor', writable, type);
    EXECUTE format('GRANT SELECT ON working.%I TO kent_editor', type || '_gecmis');
    EXECUTE format('CREATE OR REPLACE TRIGGER first_version BEFORE INSERT ON working.%I FOR EACH ROW '
                   'WHEN (current_setting(''is_superuser'') = ''off'' AND working.edits_directly()) '
                   'EXECUTE FUNCTION working.first_version()', type);
END $$;
REVOKE EXECUTE ON FUNCTION working.open_to_editors(text) FROM PUBLIC;

SELECT working.open_to_editors(c.relname::text)
FROM pg_class c
WHERE c.relnamespace = 'working'::regnamespace
  AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'version');

-- QGIS looks here for a layer's settings. With these it gives the version it read at every update, so that a stale one is refused.
CREATE VIEW public.layer_styles AS
SELECT c.oid::integer AS id,
       current_database()::varchar AS f_table_catalog,
       'working'::varchar AS f_table_schema,
       c.relname::varchar AS f_table_name,
       (SELECT a.attname::varchar FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'geom' AND NOT a.attisdropped) AS f_geometry_column,
       'kentatlas'::text AS stylename,
       xmlparse(DOCUMENT '<qgis version="3.22.0" styleCategories="Fields"><defaults>'
           || '<default field="surum_no" expression="coalesce(-abs(&quot;surum_no&quot;), 1)" applyOnUpdate="1"/>'
           || '</defaults></qgis>') AS styleqml,
       NULL::xml AS stylesld,
       true AS useasdefault,
       'gives the version an edit starts from'::text AS description,
       'kent'::varchar AS owner,
       NULL::xml AS ui,
       timestamp '2026-11-22' AS update_time
FROM pg_class c
WHERE c.relnamespace = 'working'::regnamespace
  AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'first_version');
GRANT SELECT ON public.layer_styles TO kent_editor;
