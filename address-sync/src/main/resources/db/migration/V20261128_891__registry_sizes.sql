-- Whoever imports does not wait for the counting, nor the counting for them: it passes over what somebody holds, in the order of imports.

CREATE OR REPLACE FUNCTION registry.know_sizes() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    counted integer := 0;
    big regclass;
BEGIN
    FOR big IN
        SELECT c.oid FROM pg_class c
        WHERE c.oid = ANY (ARRAY['registry.entry', 'registry.side', 'registry.link', 'registry.conflict', 'registry.outbox',
                'working.idari_birim', 'working.yol', 'working.yol_orta_hat', 'working.yol_orta_hat_yon', 'working.numarataj',
                'working.bina', 'working.bagimsiz_bolum']::regclass[])
          AND (c.reltuples < 0 OR pg_stat_get_mod_since_analyze(c.oid) > 500 + c.reltuples / 10)
        ORDER BY c.oid::regclass::text
    LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) %s', big);
        counted := counted + 1;
    END LOOP;
    RETURN counted;
END $$;
