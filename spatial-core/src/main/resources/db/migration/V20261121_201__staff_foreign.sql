-- Who signs in at the organisation's own provider: the account belongs to the provider's subject, whatever it is called there.

CREATE TABLE access.staff_foreign (
    staff_id bigint PRIMARY KEY REFERENCES access.staff,
    issuer   text NOT NULL,
    subject  text NOT NULL,
    UNIQUE (issuer, subject)
);
GRANT SELECT, INSERT ON access.staff_foreign TO kent_desk;
