-- Which of the city's objects a row of the registry is linked with, and the versions that agreed last, stand on the row itself, so that
-- comparing joins the two sides once. Links stay what they are, with their history; those that live are carried over as they are made
-- and ended, all within the lock of the synchronisation.

ALTER TABLE registry.entry
    ADD COLUMN link_no       bigint,   -- the link that lives; also of a row that is listed no more
    ADD COLUMN linked        uuid,     -- registry.local.id
    ADD COLUMN agreed_ours   integer,  -- the versions that last agreed
    ADD COLUMN agreed_theirs bigint;
UPDATE registry.entry e
SET link_no = k.link_no, linked = k.local, agreed_ours = k.local_version, agreed_theirs = k.remote_version
FROM registry.link k WHERE k.ended_at IS NULL AND k.level = e.level AND k.code = e.code;
ALTER TABLE registry.link DROP COLUMN local_version, DROP COLUMN remote_version;

CREATE FUNCTION registry.carry_made() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE registry.entry e SET link_no = m.link_no, linked = m.local, agreed_ours = NULL, agreed_theirs = NULL
    FROM made m WHERE m.ended_at IS NULL AND e.level = m.level AND e.code = m.code;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_made AFTER INSERT ON registry.link REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_made();

CREATE FUNCTION registry.carry_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE registry.entry e SET link_no = NULL, linked = NULL, agreed_ours = NULL, agreed_theirs = NULL
    FROM changed c WHERE c.ended_at IS NOT NULL AND e.level = c.level AND e.code = c.code AND e.link_no = c.link_no;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_ended AFTER UPDATE ON registry.link REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_ended();

-- A code that the registry gave is linked before any reading shows its row.
CREATE FUNCTION registry.carry_known() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE registry.entry e SET link_no = k.link_no, linked = k.local
    FROM known n JOIN registry.link k ON k.ended_at IS NULL AND k.level = n.level AND k.code = n.code
    WHERE e.level = n.level AND e.code = n.code;
    RETURN NULL;
END $$;
CREATE TRIGGER carry_known AFTER INSERT ON registry.entry REFERENCING NEW TABLE AS known
    FOR EACH STATEMENT EXECUTE FUNCTION registry.carry_known();

CREATE OR REPLACE FUNCTION registry.count_links() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    ANALYZE registry.link, registry.entry;
END $$;
