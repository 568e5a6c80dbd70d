-- Beside ST_EstimatedExtent (V20261120_150) PostGIS has functions for its own developers that tell the same of any table.
DO $$
DECLARE
    tells regprocedure;
BEGIN
    FOR tells IN SELECT p.oid::regprocedure FROM pg_proc p
                  WHERE p.proname IN ('_postgis_stats', '_postgis_selectivity', '_postgis_join_selectivity', '_postgis_index_extent')
                    AND pg_has_role(p.proowner, 'USAGE') LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', tells);
    END LOOP;
END $$;
