-- The national address registry beside the city's own data: what it said (entry), what belongs together (link), where the two
-- disagree (conflict), what is on its way there (outbox). Working data stays where it is and is changed through its own door.
-- Here: what is compared by, and what the registry said.

CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO kent_desk;

-- Keys for comparing, never for showing. A door number holds ASCII and a few Turkish letters: cheap on purpose.
CREATE FUNCTION registry.number_key(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN upper(translate(t, 'çğıiöşü ' || U&'\00A0', 'CGIIOSU'));
CREATE FUNCTION registry.name_key(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN btrim(regexp_replace(kent.search_key(t), '\s+', ' ', 'g'));

-- A road that crosses neighbourhoods is one street in each.
CREATE FUNCTION registry.street_id(road uuid, neighbourhood bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN md5(road::text || ':' || neighbourhood::text)::uuid;

-- A place in words of no language: latitude and longitude, of a line also its length, of an outline its size.
CREATE FUNCTION registry.place_text(place geometry) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN (SELECT concat(round(ST_Y(centre)::numeric, 6), ', ', round(ST_X(centre)::numeric, 6),
                          CASE ST_Dimension(place) WHEN 1 THEN concat(' · ', round(ST_Length(place)::numeric), ' m')
                                                   WHEN 2 THEN concat(' · ', round(ST_Area(place)::numeric), ' m²') END)
            FROM (SELECT ST_Transform(ST_Centroid(place), 4326) AS centre) c);

-- What is being read of a neighbourhood, a row per thing; becomes entry in one transaction when it is whole. A wide row, so that one
-- statement compares every level.
CREATE TABLE registry.incoming (
    level         text    NOT NULL,   -- 'street', 'building', 'door' or 'unit'
    code          bigint  NOT NULL,
    neighbourhood bigint  NOT NULL,
    parent        bigint,             -- street: its road; door: its street; unit: its door
    building      bigint,
    other_construction text,          -- of a door that leads to one: its TUCBS number
    parcel        bigint,             -- of a door that leads to one: taşınmaz kimlik no
    side          bigint,
    main_door     bigint,
    label         text,               -- name or number in the registry's spelling, untouched
    aliases       text[]  NOT NULL DEFAULT '{}',
    kind          text,
    detail        text,               -- building: condition; unit: use
    condition     text,               -- of a unit
    floors        integer,
    floors_below  integer,
    floor         integer,
    active        boolean NOT NULL,
    version       bigint  NOT NULL,
    updated_on    date,
    successor     bigint,
    geom          geometry(Geometry, 4326),  -- of a street its centre lines
    key           text GENERATED ALWAYS AS (CASE level WHEN 'street' THEN registry.name_key(label)
                                                       WHEN 'building' THEN NULL
                                                       ELSE registry.number_key(coalesce(label, '')) END) STORED,
    PRIMARY KEY (neighbourhood, level, code)
);

-- One row per thing the registry holds, as it last said. Which of the city's objects it is linked with, and the versions that agreed last,
-- stand on the row itself, so that comparing joins the two sides once.
CREATE TABLE registry.entry (
    LIKE registry.incoming INCLUDING GENERATED INCLUDING DEFAULTS,
    listed        boolean     NOT NULL DEFAULT true,  -- false: the last reading did not show it any more
    seen_at       timestamptz NOT NULL DEFAULT now(),
    link_no       bigint,   -- the link that lives; also of a row that is listed no more
    linked        uuid,     -- registry.local.id
    agreed_ours   integer,  -- the versions that last agreed
    agreed_theirs bigint,
    CHECK (level IN ('street', 'building', 'door', 'unit')),
    PRIMARY KEY (level, code)
);
CREATE INDEX entry_neighbourhood ON registry.entry (neighbourhood, level);

-- Sides of road centre lines with the codes doors are written with.
CREATE TABLE registry.side (
    code          bigint PRIMARY KEY,
    centre_line   bigint NOT NULL,
    side          text   NOT NULL CHECK (side IN ('LEFT', 'RIGHT')),
    neighbourhood bigint NOT NULL,
    street        bigint,
    fixed_code    text   NOT NULL
);
CREATE INDEX side_street ON registry.side (neighbourhood, fixed_code);
CREATE INDEX side_of_street ON registry.side (street);

-- The sides of the streets that are being read: they become those of registry.side with the whole reading, not page by page, since a reading may
-- be held back, thrown away or never end.
CREATE TABLE registry.incoming_side (
    pull          bigint NOT NULL,  -- the neighbourhood that is read
    code          bigint NOT NULL,
    centre_line   bigint NOT NULL,
    side          text   NOT NULL CHECK (side IN ('LEFT', 'RIGHT')),
    neighbourhood bigint NOT NULL,
    street        bigint,
    listed_under  bigint NOT NULL,  -- the street whose row told it
    fixed_code    text   NOT NULL,
    PRIMARY KEY (pull, code)
);

-- Where reading a neighbourhood stands; survives the process. A reading that was held back is taken over by a person who gives a reason.
CREATE TABLE registry.pull (
    neighbourhood bigint PRIMARY KEY,
    state         text    NOT NULL CHECK (state IN ('reading', 'halted', 'failed', 'complete')),
    level         text    NOT NULL DEFAULT 'street',
    page          integer NOT NULL DEFAULT 1,
    reading       integer NOT NULL DEFAULT 1,
    probe         bigint,
    digest        text,
    unsteady      boolean NOT NULL DEFAULT false,
    faults        integer NOT NULL DEFAULT 0,
    started_at    timestamptz NOT NULL,
    completed_at  timestamptz,
    completed_start timestamptz,      -- when the reading that was completed last had begun
    version       bigint,             -- highest version of the last complete reading
    message       text,
    allowed_by    text,
    allowed_at    timestamptz,
    allowed_why   text
);

GRANT SELECT, INSERT, UPDATE, DELETE ON registry.entry, registry.incoming, registry.side, registry.incoming_side, registry.pull TO kent_desk;
