-- How far both sides belong together takes seconds to count in a large city, and changes with each run of the synchronisation: it is
-- counted at the end of one and kept. Open conflicts are counted when they are asked for, since people work them off.

CREATE TABLE registry.rate (
    neighbourhood bigint NOT NULL,
    level         text   NOT NULL,
    ours          bigint NOT NULL,
    ours_linked   bigint NOT NULL,
    theirs        bigint NOT NULL,
    theirs_linked bigint NOT NULL,
    counted_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (neighbourhood, level)
);
GRANT SELECT, INSERT, UPDATE ON registry.rate TO kent_desk;
CREATE INDEX conflict_open_level ON registry.conflict (neighbourhood, level) WHERE state = 'open';
