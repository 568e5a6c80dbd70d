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
