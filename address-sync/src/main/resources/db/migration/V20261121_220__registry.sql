-- The national address registry beside the city's own data: what it said (entry), what belongs together (link), where the two
-- disagree (conflict), what is on its way there (outbox). Working data stays where it is and is changed through its own door.

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

-- One row per thing the registry holds, as it last said. A wide row, so that one statement compares every level.
CREATE TABLE registry.entry (
    level         text    NOT NULL CHECK (level IN ('street', 'building', 'door', 'unit')),
    code          bigint  NOT NULL,
    neighbourhood bigint  NOT NULL,
    parent        bigint,             -- street: its road; door: its street; unit: its door
    building      bigint,
    side          bigint,
    main_door     bigint,
    label         text,               -- name or number in the registry's spelling, untouched
    aliases       text[]  NOT NULL DEFAULT '{}',
    kind          text,
    detail        text,               -- building: condition; unit: use
    floors        integer,
    floors_below  integer,
    floor         integer,
    active        boolean NOT NULL,
    version       bigint  NOT NULL,
    updated_on    date,
    successor     bigint,
    geom          geometry(Geometry, 4326),
    key           text GENERATED ALWAYS AS (CASE level WHEN 'street' THEN registry.name_key(label)
                                                       WHEN 'building' THEN NULL
                                                       ELSE registry.number_key(coalesce(label, '')) END) STORED,
    PRIMARY KEY (level, code)
);
-- What is being read of a neighbourhood; becomes entry in one transaction when it is whole.
CREATE TABLE registry.incoming (LIKE registry.entry INCLUDING GENERATED INCLUDING DEFAULTS);
ALTER TABLE registry.incoming ADD PRIMARY KEY (neighbourhood, level, code);
ALTER TABLE registry.entry ADD COLUMN listed boolean NOT NULL DEFAULT true;  -- false: the last reading did not show it any more
ALTER TABLE registry.entry ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
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

-- Where reading a neighbourhood stands; survives the process.
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
    message       text
);

CREATE TABLE registry.link (
    link_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level          text   NOT NULL,
    code           bigint NOT NULL,
    local          uuid   NOT NULL,   -- registry.local.id
    object         uuid   NOT NULL,   -- tucbs_no of the working object
    pass           text   NOT NULL CHECK (pass IN ('P1', 'P2', 'P3', 'PUSH', 'HAND')),
    local_version  integer,           -- the versions that last agreed
    remote_version bigint,
    linked_at      timestamptz NOT NULL DEFAULT now(),
    linked_by      text   NOT NULL,
    ended_at       timestamptz,
    ended_by       text,
    ended_why      text
);
CREATE UNIQUE INDEX link_code ON registry.link (level, code) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX link_local ON registry.link (level, local) WHERE ended_at IS NULL;

CREATE TABLE registry.conflict (
    conflict_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text   NOT NULL CHECK (kind IN ('C03', 'C04', 'C11', 'C15', 'C16', 'C17', 'C22')),
    level         text   NOT NULL,
    local         uuid,
    object        uuid,
    code          bigint,
    neighbourhood bigint NOT NULL,
    street        bigint,             -- the registry's street it lies in, for deciding street by street
    detail        jsonb  NOT NULL,
    changed_by    text   NOT NULL CHECK (changed_by IN ('local', 'remote', 'both', 'unknown')),
    state         text   NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ignored', 'decided', 'gone')),
    found_at      timestamptz NOT NULL DEFAULT now(),
    decision      text CHECK (decision IN ('accept-remote', 'send-local', 'link', 'ignore')),
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    ignore_until  date
);
CREATE UNIQUE INDEX conflict_live ON registry.conflict
    (kind, level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0)) WHERE state IN ('open', 'ignored');
CREATE INDEX conflict_place ON registry.conflict (neighbourhood, kind) WHERE state = 'open';

CREATE TABLE registry.outbox (
    request       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    queued_no     bigint GENERATED ALWAYS AS IDENTITY,
    level         text   NOT NULL,
    action        text   NOT NULL CHECK (action IN ('put', 'retire')),
    local         uuid,
    object        uuid,
    code          bigint,             -- null: new to the registry
    version       bigint NOT NULL DEFAULT 0,
    neighbourhood bigint NOT NULL,
    label         text,
    state         text   NOT NULL DEFAULT 'queued'
                  CHECK (state IN ('queued', 'sent', 'uncertain', 'acked', 'by_hand', 'verified', 'rejected', 'cancelled')),
    tries         integer NOT NULL DEFAULT 0,
    sent_at       timestamptz,
    answered_at   timestamptz,
    result        text,
    raw_code      text,
    message       text,
    given_version bigint,
    queued_by     text   NOT NULL,
    queued_at     timestamptz NOT NULL DEFAULT now(),
    reason        text   NOT NULL
);
CREATE UNIQUE INDEX outbox_open ON registry.outbox (level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0))
    WHERE state IN ('queued', 'sent', 'uncertain', 'acked', 'by_hand');

-- What happened, for ever: every decision, every step of a message, every link a person made or ended.
CREATE TABLE registry.journal (
    journal_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor      text NOT NULL DEFAULT coalesce(nullif(current_setting('kent.actor', true), ''), session_user),
    what       text NOT NULL,
    key        text NOT NULL,
    before     jsonb,
    after      jsonb
);
CREATE INDEX journal_key ON registry.journal (what, key);

CREATE FUNCTION registry.tell() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO registry.journal (what, key, before, after)
    VALUES (TG_TABLE_NAME, CASE TG_TABLE_NAME WHEN 'outbox' THEN to_jsonb(NEW) ->> 'request'
                                              WHEN 'conflict' THEN to_jsonb(NEW) ->> 'conflict_no'
                                              ELSE to_jsonb(NEW) ->> 'link_no' END,
            CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END, to_jsonb(NEW));
    RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON registry.outbox FOR EACH ROW EXECUTE FUNCTION registry.tell();
CREATE TRIGGER tell AFTER UPDATE OF decision, decided_at ON registry.conflict FOR EACH ROW EXECUTE FUNCTION registry.tell();
CREATE TRIGGER tell_hand AFTER INSERT ON registry.link FOR EACH ROW WHEN (NEW.pass IN ('HAND', 'PUSH'))
    EXECUTE FUNCTION registry.tell();
CREATE TRIGGER tell_end AFTER UPDATE OF ended_at ON registry.link FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION registry.tell();

CREATE FUNCTION registry.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal of the registry is never changed';
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.journal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

GRANT SELECT, INSERT, UPDATE, DELETE ON registry.entry, registry.incoming, registry.side, registry.pull TO kent_desk;
GRANT SELECT, INSERT, UPDATE ON registry.link, registry.conflict, registry.outbox TO kent_desk;
GRANT SELECT ON registry.journal TO kent_desk;
