-- The secret under which this city seals what it hands out to be brought back, such as cursors: made once, 244 bits of it random.
CREATE TABLE access.seal (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   bytea NOT NULL CHECK (octet_length(secret) = 32)
);
INSERT INTO access.seal (secret) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
GRANT SELECT ON access.seal TO kent_desk;
