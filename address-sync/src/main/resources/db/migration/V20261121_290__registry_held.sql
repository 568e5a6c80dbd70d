-- A reading that was held back is taken over by a person who gives a reason; both steps are in the journal. And: comparing millions of
-- pairs needs to know how many there are, also right after a city was loaded.

ALTER TABLE registry.pull ADD COLUMN allowed_by text, ADD COLUMN allowed_at timestamptz, ADD COLUMN allowed_why text;

CREATE OR REPLACE FUNCTION registry.tell() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO registry.journal (what, key, before, after)
    VALUES (TG_TABLE_NAME, CASE TG_TABLE_NAME WHEN 'outbox' THEN to_jsonb(NEW) ->> 'request'
                                              WHEN 'conflict' THEN to_jsonb(NEW) ->> 'conflict_no'
                                              WHEN 'pull' THEN to_jsonb(NEW) ->> 'neighbourhood'
                                              ELSE to_jsonb(NEW) ->> 'link_no' END,
            CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END, to_jsonb(NEW));
    RETURN NULL;
END $$;
CREATE TRIGGER tell_held AFTER UPDATE OF state ON registry.pull FOR EACH ROW
    WHEN (NEW.state = 'halted' AND OLD.state <> 'halted') EXECUTE FUNCTION registry.tell();
CREATE TRIGGER tell_allowed AFTER UPDATE OF allowed_at ON registry.pull FOR EACH ROW
    WHEN (NEW.allowed_at IS DISTINCT FROM OLD.allowed_at) EXECUTE FUNCTION registry.tell();

-- Counts again what has changed by a tenth since it was counted, and what never was; the rest costs nothing.
CREATE FUNCTION registry.know_sizes() RETURNS integer
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
    LOOP
        EXECUTE format('ANALYZE %s', big);
        counted := counted + 1;
    END LOOP;
    RETURN counted;
END $$;
REVOKE ALL ON FUNCTION registry.know_sizes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.know_sizes() TO kent_desk;
