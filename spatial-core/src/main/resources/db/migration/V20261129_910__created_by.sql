-- An object was made by whom the service writes for, where it says so; it had the name of the service's own login.
DO $$
DECLARE
    type text;
BEGIN
    FOR type IN SELECT c.relname FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
                 WHERE c.relnamespace = 'working'::regnamespace AND t.tgname = 'version' LOOP
        EXECUTE format('ALTER TABLE working.%I ALTER olusturan SET DEFAULT '
                       'coalesce(nullif(current_setting(''kent.actor'', true), ''''), session_user::text)', type);
    END LOOP;
END $$;
