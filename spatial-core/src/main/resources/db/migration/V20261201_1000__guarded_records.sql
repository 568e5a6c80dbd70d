-- Records that no release and no question would ever find, whoever writes them: of a state that is none of the three, or of a validity that
-- ends when it begins. What is there already of the first becomes a draft, which it was in effect; of the second it stays as it is.
-- Types that come later are guarded by their own migrations.
CREATE FUNCTION working.guard_records(type text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE working.%I ADD CONSTRAINT %I CHECK '
                   '(kayit_durumu IS NOT NULL AND kayit_durumu IN (''aktif'', ''taslak'', ''arsiv''))', type, type || '_known_state');
    EXECUTE format('ALTER TABLE working.%I ADD CONSTRAINT %I CHECK (gecerlilik_bitis > gecerlilik_baslangic) NOT VALID',
                   type, type || '_valid_for_a_while');
END $$;
REVOKE EXECUTE ON FUNCTION working.guard_records(text) FROM PUBLIC;

SELECT set_config('kent.reason', 'A state that is none of aktif, taslak, arsiv becomes taslak', true);
DO $$
DECLARE
    type text;
    stateless CONSTANT text := 'kayit_durumu IS NULL OR kayit_durumu NOT IN (''aktif'', ''taslak'', ''arsiv'')';
    found boolean;
BEGIN
    FOR type IN
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'working'::regnamespace
          AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'version')
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM working.%I WHERE %s)', type, stateless) INTO found;
        IF found THEN
            EXECUTE format('UPDATE working.%I SET kayit_durumu = ''taslak'' WHERE %s', type, stateless);
        END IF;
        PERFORM working.guard_records(type);
    END LOOP;
END $$;
SELECT set_config('kent.reason', '', true);
