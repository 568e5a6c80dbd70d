-- Releases: what was frozen, what the checks found, who approved it, and which release is served.
-- The frozen rows themselves live in one schema per snapshot, yayin_<n>, and their public copies in acik_<n>.

CREATE SCHEMA release;
GRANT USAGE ON SCHEMA release TO kent_acik, kent_yayin, kent_desk;

-- The model as it was when a snapshot was frozen, so that an older release is read with its own columns.
CREATE TABLE release.model (
    model_hash text PRIMARY KEY,
    content    text NOT NULL
);

CREATE TABLE release.snapshot (
    snapshot_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    theme        text        NOT NULL,
    model_hash   text        NOT NULL REFERENCES release.model,
    change_no    bigint      NOT NULL,
    frozen_at    timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('frozen', 'published', 'dropped')),
    content_hash text        NOT NULL,
    row_counts   jsonb       NOT NULL,
    extents      jsonb       NOT NULL,  -- per type: west, south, east, north in CRS84
    -- Whether its tables hold the encoded forms of their rows (columns properties and tags); else they are read column by column.
    has_forms    boolean     NOT NULL DEFAULT false,
    -- The snapshot it was compared with when it was published, of the same theme and under the same model: beside each of its tables stand,
    -- in <type>_fark, the identities of what differs. Null where nothing was compared; then a change feed joins both whole.
    follows      bigint REFERENCES release.snapshot
);

CREATE TABLE release.release (
    release_no   bigint PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('draft', 'published', 'dropped')),
    note         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    created_by   text        NOT NULL,
    checked_at   timestamptz,
    published_at timestamptz
);

CREATE TABLE release.content (
    release_no  bigint NOT NULL REFERENCES release.release,
    theme       text   NOT NULL,
    snapshot_id bigint NOT NULL REFERENCES release.snapshot,
    PRIMARY KEY (release_no, theme)
);

-- An approval names the hash it approves; it is worth nothing for other content.
CREATE TABLE release.approval (
    snapshot_id   bigint PRIMARY KEY REFERENCES release.snapshot,
    content_hash  text        NOT NULL,
    body          text        NOT NULL CHECK (body IN ('council', 'directorate', 'operational')),
    decision_no   text        NOT NULL,
    decision_date date        NOT NULL,
    person        text        NOT NULL,
    approved_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE release.finding (
    finding_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    release_no  bigint NOT NULL REFERENCES release.release,
    snapshot_id bigint NOT NULL REFERENCES release.snapshot,
    rule_id     text   NOT NULL,
    severity    text   NOT NULL CHECK (severity IN ('blocker', 'error', 'warning')),
    type        text   NOT NULL,
    tucbs_no    uuid,
    detail      text,
    place       geometry(Geometry, ${srid})
);
CREATE INDEX finding_release ON release.finding (release_no, rule_id);

CREATE TABLE release.check_run (
    release_no bigint      NOT NULL REFERENCES release.release,
    rule_id    text        NOT NULL,
    severity   text        NOT NULL,
    found      bigint      NOT NULL,
    checked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (release_no, rule_id)
);

-- Errors somebody answers for: which rule, how many, why.
CREATE TABLE release.acceptance (
    release_no  bigint      NOT NULL REFERENCES release.release,
    rule_id     text        NOT NULL,
    found       bigint      NOT NULL,
    reason      text        NOT NULL,
    person      text        NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (release_no, rule_id)
);

-- The one pointer. Publishing and rolling back update this row and nothing else that readers look at.
CREATE TABLE release.pointer (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    release_no bigint REFERENCES release.release,
    moved_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO release.pointer DEFAULT VALUES;

CREATE TABLE release.journal (
    entry_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    release_no bigint      NOT NULL REFERENCES release.release,
    action     text        NOT NULL CHECK (action IN ('publish', 'rollback')),
    at         timestamptz NOT NULL DEFAULT now(),
    person     text        NOT NULL,
    reason     text
);
CREATE INDEX journal_release ON release.journal (release_no, entry_no);

-- Releases somebody took back: a rollback withdraws every release after the one it returns to, each until it is served again. Staff may
-- still read them, nobody else. Only what is kept is looked at, and a release's last entry is found by its index.
CREATE VIEW release.withdrawn AS
    SELECT taken.release_no
      FROM release.release taken
     CROSS JOIN LATERAL (SELECT max(own.entry_no) AS entry_no FROM release.journal own
                          WHERE own.release_no = taken.release_no) last
     WHERE taken.state = 'published'
       AND EXISTS (SELECT FROM release.journal back
                    WHERE back.action = 'rollback' AND back.release_no < taken.release_no
                      AND back.entry_no > last.entry_no);

-- The public wall knows which release is served and on whose decision, not who signed it.
GRANT SELECT ON release.pointer, release.content, release.snapshot, release.model, release.withdrawn TO kent_acik, kent_yayin, kent_desk;
GRANT SELECT (release_no, state, published_at) ON release.release TO kent_acik, kent_yayin;
GRANT SELECT (snapshot_id, body, decision_no, decision_date) ON release.approval TO kent_acik, kent_yayin;
GRANT SELECT ON release.release, release.approval, release.finding, release.check_run, release.acceptance,
    release.journal TO kent_desk;

-- Before the two reading walls there is nothing but what was published: of a draft neither its counts and extents, nor that there is one.
ALTER TABLE release.release ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.approval ENABLE ROW LEVEL SECURITY;

CREATE POLICY published ON release.release FOR SELECT TO kent_acik, kent_yayin USING (state = 'published');
-- Each asks what the one before shows its reader.
CREATE POLICY published ON release.content FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.release r WHERE r.release_no = content.release_no));
CREATE POLICY published ON release.snapshot FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.content c WHERE c.snapshot_id = snapshot.snapshot_id));
CREATE POLICY published ON release.approval FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.content c WHERE c.snapshot_id = approval.snapshot_id));

CREATE POLICY desk ON release.release FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.content FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.snapshot FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.approval FOR SELECT TO kent_desk USING (true);
