-- What each theme of a draft brings against the snapshot that was served when it was made: how many objects are new, have another version,
-- or are gone. It says nothing about any other snapshot.
CREATE TABLE release.difference (
    release_no bigint NOT NULL REFERENCES release.release,
    theme      text   NOT NULL,
    against    bigint NOT NULL REFERENCES release.snapshot,
    added      bigint NOT NULL,
    changed    bigint NOT NULL,
    gone       bigint NOT NULL,
    PRIMARY KEY (release_no, theme)
);

GRANT SELECT ON release.difference TO kent_desk;
