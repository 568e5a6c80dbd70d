-- The sides of the streets that are being read: they become those of registry.side with the whole reading, not page by page, since a reading may
-- be held back, thrown away or never end. One that is under way began without them: it begins again.

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
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.incoming_side TO kent_desk;

DELETE FROM registry.incoming WHERE neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.state IN ('reading', 'failed'));
UPDATE registry.pull SET level = 'street', page = 1, unsteady = false, faults = 0 WHERE state IN ('reading', 'failed');
