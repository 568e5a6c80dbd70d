-- People who edit working data with a program of their own (QGIS, psql), each signed in under their own name:
-- CREATE ROLE "ayse.yilmaz" LOGIN PASSWORD '…' IN ROLE kent_editor.
-- They see working data only. The desk's own role would show them accounts, keys and agreements as well.

-- QGIS asks for the right to insert into the table as a whole, so the columns that are ours are set here. Numbers of rows and of versions
-- are the city's to give: one that is taken beforehand stops whoever is given it later.
CREATE FUNCTION working.first_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.row_no := nextval(pg_get_serial_sequence(format('working.%I', TG_TABLE_NAME), 'row_no'));
    NEW.surum_no := 1;
    NEW.surum_baslangic := now();
    NEW.change_set := working.current_change_set();
    NEW.olusturan := session_user;
    NEW.olusturma_tarihi := now();
    NEW.degistiren := NULL;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION working.first_version() FROM PUBLIC;

-- Opens a type's table to direct editors: its history to read, and the columns the desk may write. Asked again after columns were added.
CREATE FUNCTION working.open_to_editors(type text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
