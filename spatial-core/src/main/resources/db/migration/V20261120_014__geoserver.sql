-- What was set up in which GeoServer: the workspaces that are ours, and the layers that are finished and may be drawn by it.
-- The views it reads lie in one schema per release, acik_harita_<n>, and hold a geometry, a value and a class, nothing else.

CREATE SCHEMA geoserver;
COMMENT ON SCHEMA geoserver IS 'What was set up in GeoServer';
GRANT USAGE ON SCHEMA geoserver TO kent_desk;

-- Written before a workspace is made, so that one left half way is known as ours.
CREATE TABLE geoserver.workspace (
    server     text        NOT NULL,
    release_no bigint      NOT NULL REFERENCES release.release,
    begun_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (server, release_no)
);

-- Written last: a layer that is not here is drawn by the embedded engine.
CREATE TABLE geoserver.layer (
    server     text        NOT NULL,
    release_no bigint      NOT NULL,
    name       text        NOT NULL,
    ready_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (server, release_no, name),
    FOREIGN KEY (server, release_no) REFERENCES geoserver.workspace ON DELETE CASCADE
);
GRANT SELECT ON geoserver.layer TO kent_desk;
