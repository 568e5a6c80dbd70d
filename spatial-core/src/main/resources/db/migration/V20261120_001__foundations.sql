-- Foundations: extensions, roles, and the settings that can never change after creation.
-- Input: placeholder srid = EPSG code of the city's metric storage CRS.
--
-- PostgreSQL looks for tables and types among the session's temporary ones first, unless the search path names pg_temp: whoever may make
-- some could put theirs into the place of what a function names, and have it run as the function's owner. So every function of ours
-- names its search path, with pg_temp last. Where the body is parsed when the function is made (RETURN), nothing is looked for any more.

CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- The three walls, and the role of people who edit with a program of their own (V20261120_005). Roles belong to the whole server, so a
-- second city on it finds them there.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY ['kent_acik', 'kent_yayin', 'kent_desk', 'kent_editor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', role);
        END IF;
    END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- PostGIS answers ST_EstimatedExtent from the statistics of any table with its owner's rights: a hole in the walls.
REVOKE EXECUTE ON FUNCTION
    public.st_estimatedextent(text, text, text, boolean),
    public.st_estimatedextent(text, text, text),
    public.st_estimatedextent(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    public.st_estimatedextent(text, text, text, boolean),
    public.st_estimatedextent(text, text, text),
    public.st_estimatedextent(text, text) TO kent_desk;

-- Its functions for its own developers tell the same of any table.
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

CREATE SCHEMA kent;
COMMENT ON SCHEMA kent IS 'What every role may call: settings and text functions';
GRANT USAGE ON SCHEMA kent TO kent_acik, kent_yayin, kent_desk, kent_editor;

CREATE TABLE kent.setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO kent.setting VALUES ('srid', '${srid}');
GRANT SELECT ON kent.setting TO kent_acik, kent_yayin, kent_desk, kent_editor;
