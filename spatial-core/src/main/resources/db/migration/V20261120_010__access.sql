-- Who is staff, which roles they have, how often signing in failed, and the audit, which nobody can change.

CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Staff, their roles, and who did what';
GRANT USAGE ON SCHEMA access TO kent_desk;

CREATE TABLE access.staff (
    staff_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account        text        NOT NULL UNIQUE CHECK (account ~ '^[a-z0-9][a-z0-9._@-]{1,99}$'),
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    password       text,               -- Argon2id; none for who signs in elsewhere
    must_change    boolean     NOT NULL DEFAULT true,
    is_active      boolean     NOT NULL DEFAULT true,
    epoch          integer     NOT NULL DEFAULT 1,  -- a session of an earlier one has ended
    created_at     timestamptz NOT NULL DEFAULT now(),
    created_by     text        NOT NULL,
    last_sign_in   timestamptz
);
CREATE TABLE access.staff_role (
    staff_id bigint NOT NULL REFERENCES access.staff,
    role     text   NOT NULL CHECK (role IN ('viewer', 'planner', 'editor', 'numbering', 'steward', 'agreements',
                                             'auditor', 'admin')),
    PRIMARY KEY (staff_id, role)
);
-- Who signs in at the organisation's own provider: the account belongs to the provider's subject, whatever it is called there.
CREATE TABLE access.staff_foreign (
    staff_id bigint PRIMARY KEY REFERENCES access.staff,
    issuer   text NOT NULL,
    subject  text NOT NULL,
    UNIQUE (issuer, subject)
);
GRANT SELECT, INSERT, UPDATE ON access.staff TO kent_desk;
GRANT SELECT, INSERT, DELETE ON access.staff_role TO kent_desk;
GRANT SELECT, INSERT ON access.staff_foreign TO kent_desk;

-- Keys by which staff read with programs that cannot sign in, such as QGIS: hashed, ended and revoked as those of partners.
CREATE TABLE access.staff_key (
    key_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id   bigint      NOT NULL REFERENCES access.staff,
    prefix     text        NOT NULL UNIQUE,
    hash       bytea       NOT NULL CHECK (octet_length(hash) = 32),
    label      text        NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
    made_at    timestamptz NOT NULL DEFAULT now(),
    made_by    text        NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by text
);
CREATE INDEX ON access.staff_key (staff_id);
-- Nothing is deleted, and of what was written only a revocation can still change.
GRANT SELECT, INSERT ON access.staff_key TO kent_desk;
GRANT UPDATE (revoked_at, revoked_by) ON access.staff_key TO kent_desk;

-- Failed attempts to sign in, by account, by address and by both together.
CREATE TABLE access.sign_in_failure (
    subject      text PRIMARY KEY,
    failures     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX sign_in_failure_age ON access.sign_in_failure (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sign_in_failure TO kent_desk;

-- An entry is known for ever by the journal file it was first written to and its line there.
CREATE TABLE access.audit (
    journal    uuid        NOT NULL,
    line       bigint      NOT NULL,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL,
    caller     text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    release_no bigint,
    items      bigint      NOT NULL,
    detail     jsonb       NOT NULL,
    PRIMARY KEY (journal, line)
);
CREATE INDEX audit_at ON access.audit (at DESC, journal, line);
CREATE INDEX audit_caller ON access.audit (caller, at DESC);
CREATE INDEX audit_subject ON access.audit (subject, at DESC);
-- Whoever asks who read a layer finds the maps and dry runs it was among the layers of, too; and whoever asks what an agreement read finds
-- what was read by any of its keys.
CREATE INDEX audit_layers ON access.audit USING gin (string_to_array(detail->>'layers', ' '));
CREATE INDEX audit_agreement ON access.audit (regexp_replace(caller, ' kent_[0-9a-f]{8}$', ''), at DESC);
GRANT SELECT, INSERT ON access.audit TO kent_desk;

CREATE FUNCTION access.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only ever added to';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();

-- The auditor finds edits of the working data beside everything else, whoever made them with whichever program: each change set knows what
-- it did, type by type.
CREATE VIEW access.audit_and_changes AS
SELECT journal, line, at, kind, caller, action, subject, release_no, items, detail FROM access.audit
UNION ALL
SELECT '00000000-0000-0000-0000-000000000000'::uuid, change_set, made_at, 'editor', made_by, 'working.change', 'working', NULL::bigint, items,
       CASE WHEN reason IS NULL THEN detail ELSE jsonb_build_object('reason', reason) || detail END
  FROM working.change_set;
COMMENT ON VIEW access.audit_and_changes IS 'The audit with every change set of the working data, as the auditor searches it';
GRANT SELECT ON access.audit_and_changes TO kent_desk;

-- The secret under which this city seals what it hands out to be brought back, such as cursors: made once, 244 bits of it random.
CREATE TABLE access.seal (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   bytea NOT NULL CHECK (octet_length(secret) = 32)
);
INSERT INTO access.seal (secret) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
GRANT SELECT ON access.seal TO kent_desk;

-- Whoever asks for a rare action, or for what became of one release, is not led through every reading of the years between.
CREATE INDEX audit_action ON access.audit (action text_pattern_ops, at DESC);
CREATE INDEX audit_release ON access.audit (release_no, at DESC) WHERE release_no IS NOT NULL;
