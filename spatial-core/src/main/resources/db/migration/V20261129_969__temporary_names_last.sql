-- PostgreSQL looks for tables and types among the session's temporary ones first, unless the search path names pg_temp: whoever may make
-- some could put theirs into the place of what a function names, and have it run as the function's owner. So it comes last in every
-- function of ours. Where the body was parsed when the function was made, nothing is looked for any more.
CREATE OR REPLACE FUNCTION working.version_begins(previous timestamptz) RETURNS timestamptz
    LANGUAGE sql VOLATILE
    RETURN CASE WHEN previous < now() THEN now() ELSE greatest(clock_timestamp(), previous + interval '1 microsecond') END;

DO $$
DECLARE
    ours record;
BEGIN
    FOR ours IN
        SELECT p.oid::regprocedure AS name,
               coalesce((SELECT split_part(s, '=', 2) FROM unnest(p.proconfig) s WHERE s LIKE 'search\_path=%'), 'pg_catalog, public') AS path
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname IN ('kent', 'working', 'release', 'ingest', 'registry', 'exchange', 'access', 'thematic', 'geoserver')
           AND (p.prosecdef OR p.prosqlbody IS NULL)
    LOOP
        IF ours.path NOT LIKE '%pg\_temp' THEN
            EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', ours.name, ours.path);
        END IF;
    END LOOP;
END $$;
