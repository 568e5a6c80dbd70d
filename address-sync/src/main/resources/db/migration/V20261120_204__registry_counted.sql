-- What is counted: how large the tables are, for the planner, and how far both sides belong together, for people.

-- Comparing millions of pairs needs to know how many there are, also right after a city was loaded. Counts again what has changed by a tenth
-- since it was counted, and what never was; the rest costs nothing. Whoever imports does not wait for the counting, nor the counting for them:
-- it passes over what somebody holds, in the order of imports.
CREATE FUNCTION registry.know_sizes() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- A first comparison links hundreds of thousands of rows in one transaction; the passes after must know that they are there.
CREATE FUNCTION registry.count_links() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ANALYZE registry.link, registry.entry;
END $$;
REVOKE ALL ON FUNCTION registry.know_sizes(), registry.count_links() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.know_sizes(), registry.count_links() TO kent_desk;

-- How far both sides belong together takes seconds to count in a large city, and changes with each run of the synchronisation: it is
-- counted at the end of one and kept. Open conflicts are counted when they are asked for, since people work them off.
CREATE TABLE registry.rate (
    neighbourhood bigint NOT NULL,
    level         text   NOT NULL,
    ours          bigint NOT NULL,
    ours_linked   bigint NOT NULL,
    theirs        bigint NOT NULL,
    theirs_linked bigint NOT NULL,
    ours_left_out bigint NOT NULL DEFAULT 0,
    counted_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (neighbourhood, level)
);

-- What the view left_out holds takes the whole city to find: it is kept as the last count found it, and shown from here.
CREATE TABLE registry.left_out_counted (
    level         text   NOT NULL,
    id            uuid   NOT NULL,
    neighbourhood bigint NOT NULL,
    label         text,
    missing       text   NOT NULL
);
CREATE INDEX left_out_counted_place ON registry.left_out_counted (neighbourhood);

GRANT SELECT, INSERT, UPDATE ON registry.rate TO kent_desk;
GRANT SELECT, INSERT, DELETE ON registry.left_out_counted TO kent_desk;
