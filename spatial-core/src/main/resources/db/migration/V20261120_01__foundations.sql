-- Foundations: extensions, the three walls (roles), and the settings that can never change after creation.
-- Input: placeholder srid = EPSG code of the city's metric storage CRS.

CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- Roles belong to the whole server, so a second city on it finds them there.
DO $$
DECLARE
    wall text;
BEGIN
    FOREACH wall IN ARRAY ARRAY ['kent_acik', 'kent_yayin', 'kent_desk'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wall) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', wall);
        END IF;
    END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA kent;
COMMENT ON SCHEMA kent IS 'What every role may call: settings and text functions';
GRANT USAGE ON SCHEMA kent TO kent_acik, kent_yayin, kent_desk;

CREATE TABLE kent.setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO kent.setting VALUES ('srid', '${srid}');
GRANT SELECT ON kent.setting TO kent_acik, kent_yayin, kent_desk;
