-- What belongs together, where both sides disagree, what is on its way to the registry, and the journal of all of it.

CREATE TABLE registry.link (
    link_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level          text   NOT NULL,
    code           bigint NOT NULL,
    local          uuid   NOT NULL,   -- registry.local.id
    object         uuid   NOT NULL,   -- tucbs_no of the working object
    pass           text   NOT NULL CHECK (pass IN ('P1', 'P2', 'P3', 'PUSH', 'HAND')),
    linked_at      timestamptz NOT NULL DEFAULT now(),
    linked_by      text   NOT NULL,
    ended_at       timestamptz,
    ended_by       text,
    ended_why      text
);
CREATE UNIQUE INDEX link_code ON registry.link (level, code) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX link_local ON registry.link (level, local) WHERE ended_at IS NULL;
CREATE INDEX link_building ON registry.link (object) WHERE ended_at IS NULL AND level = 'building';

-- Links keep their history; those that live are carried over to registry.entry as they are made and ended, all within the lock of the
-- synchronisation.
CREATE FUNCTION registry.carry_made() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE registry.entry e SET link_no = m.link_no, linked = m.local, agreed_ours = NULL, agreed_theirs = NULL
    FROM made m WHERE m.ended_at IS NULL AND e.level = m.level AND e.code = m.code;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_made AFTER INSERT ON registry.link REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_made();

CREATE FUNCTION registry.carry_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE registry.entry e SET link_no = NULL, linked = NULL, agreed_ours = NULL, agreed_theirs = NULL
    FROM changed c WHERE c.ended_at IS NOT NULL AND e.level = c.level AND e.code = c.code AND e.link_no = c.link_no;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_ended AFTER UPDATE ON registry.link REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_ended();

-- A code that the registry gave is linked before any reading shows its row.
CREATE FUNCTION registry.carry_known() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE registry.entry e SET link_no = k.link_no, linked = k.local
    FROM known n JOIN registry.link k ON k.ended_at IS NULL AND k.level = n.level AND k.code = n.code
    WHERE e.level = n.level AND e.code = n.code;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_known AFTER INSERT ON registry.entry REFERENCING NEW TABLE AS known
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_known();

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
CREATE INDEX conflict_street ON registry.conflict (street, kind) WHERE state = 'open';
CREATE INDEX conflict_open_level ON registry.conflict (neighbourhood, level) WHERE state = 'open';

-- A message that somebody says to have typed in ('entered') waits for a reading like one that the registry acknowledged.
CREATE TABLE registry.outbox (
    request       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    queued_no     bigint GENERATED ALWAYS AS IDENTITY,
    level         text   NOT NULL,
    action        text   NOT NULL CHECK (action IN ('put', 'retire')),
    local         uuid,
    object        uuid,
    code          bigint,             -- null: new to the registry, which has not given one yet
    is_new        boolean NOT NULL DEFAULT false,  -- adds something to the registry; the code does not tell, since the answer gives one
    version       bigint NOT NULL DEFAULT 0,
    neighbourhood bigint NOT NULL,
    label         text,
    state         text   NOT NULL DEFAULT 'queued'
                  CHECK (state IN ('queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered', 'verified', 'rejected', 'cancelled')),
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
CREATE UNIQUE INDEX outbox_number ON registry.outbox (queued_no);
CREATE UNIQUE INDEX outbox_open ON registry.outbox (level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0))
    WHERE state IN ('queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered');
CREATE INDEX outbox_refused ON registry.outbox (level) WHERE state = 'rejected';  -- each verdict asks for those that are left

-- What happened, for ever: every decision, every step of a message, every link a person made or ended, every reading that was held back and
-- taken over.
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO registry.journal (what, key, before, after)
    VALUES (TG_TABLE_NAME, CASE TG_TABLE_NAME WHEN 'outbox' THEN to_jsonb(NEW) ->> 'request'
                                              WHEN 'conflict' THEN to_jsonb(NEW) ->> 'conflict_no'
                                              WHEN 'pull' THEN to_jsonb(NEW) ->> 'neighbourhood'
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
CREATE TRIGGER tell_held AFTER UPDATE OF state ON registry.pull FOR EACH ROW
    WHEN (NEW.state = 'halted' AND OLD.state <> 'halted') EXECUTE FUNCTION registry.tell();
CREATE TRIGGER tell_allowed AFTER UPDATE OF allowed_at ON registry.pull FOR EACH ROW
    WHEN (NEW.allowed_at IS DISTINCT FROM OLD.allowed_at) EXECUTE FUNCTION registry.tell();

CREATE FUNCTION registry.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the journal of the registry is never changed';
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.journal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

GRANT SELECT, INSERT, UPDATE ON registry.link, registry.conflict, registry.outbox TO kent_desk;
GRANT SELECT ON registry.journal TO kent_desk;
