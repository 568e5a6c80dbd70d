-- A map may be shared with members of staff whose roles show them what it is made of; one that is private is its owner's.

ALTER TABLE thematic.map DROP CONSTRAINT map_state_check,
    ADD CONSTRAINT map_state_check CHECK (state IN ('private', 'staff', 'shared', 'published'));
