-- Exchange under agreements: what is agreed with whom, in versions; its states with their history; the keys, hashed.

CREATE SCHEMA exchange;
COMMENT ON SCHEMA exchange IS 'Agreements with partners, their keys, their use, and what they received';
GRANT USAGE ON SCHEMA exchange TO kent_desk;

CREATE TABLE exchange.agreement (
    agreement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number       text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('draft', 'active', 'suspended', 'revoked', 'expired')),
    reason       text,
    since        timestamptz NOT NULL DEFAULT now()
);

-- The terms never change; an amendment is a new version beside the old one.
CREATE TABLE exchange.agreement_version (
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    version      integer     NOT NULL CHECK (version > 0),
    terms        jsonb       NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT now(),
    made_by      text        NOT NULL,
    PRIMARY KEY (agreement_id, version)
);

CREATE TABLE exchange.agreement_state (
    entry_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    state        text        NOT NULL,
    reason       text,
    person       text        NOT NULL,
    at           timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON exchange.agreement_state (agreement_id, entry_no);

-- A key is 256 random bits: a plain hash of it cannot be reversed, and none is stored otherwise.
CREATE TABLE exchange.agreement_key (
    key_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    prefix       text        NOT NULL UNIQUE,
    hash         bytea       NOT NULL CHECK (octet_length(hash) = 32),
    label        text        NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT now(),
    made_by      text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    revoked_by   text
);
CREATE INDEX ON exchange.agreement_key (agreement_id);

-- Nodes look at this one row to learn that anything above changed; it is part of the change's own transaction.
CREATE TABLE exchange.change (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    change_no bigint NOT NULL DEFAULT 0
);
INSERT INTO exchange.change DEFAULT VALUES;

CREATE FUNCTION exchange.changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE exchange.change SET change_no = change_no + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON exchange.agreement
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON exchange.agreement_version
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON exchange.agreement_key
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.changed();

-- Nothing is deleted, and of what was written only a state and a revocation can still change.
GRANT SELECT, INSERT ON exchange.agreement, exchange.agreement_version, exchange.agreement_state, exchange.agreement_key TO kent_desk;
GRANT UPDATE (state, reason, since) ON exchange.agreement TO kent_desk;
GRANT UPDATE (revoked_at, revoked_by) ON exchange.agreement_key TO kent_desk;
GRANT SELECT ON exchange.change TO kent_desk;
