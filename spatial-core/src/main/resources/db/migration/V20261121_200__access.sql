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
GRANT SELECT, INSERT, UPDATE ON access.staff TO kent_desk;
GRANT SELECT, INSERT, DELETE ON access.staff_role TO kent_desk;

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
GRANT SELECT, INSERT ON access.audit TO kent_desk;

CREATE FUNCTION access.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only ever added to';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
