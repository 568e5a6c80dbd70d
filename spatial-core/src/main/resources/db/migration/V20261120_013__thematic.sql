-- Thematic maps that were kept: the definition, who made it, and who may see it. One that is private is its owner's; one that is shared with
-- staff is seen by those whose roles show them what it is made of. No values and no classes: those follow from the
-- definition, the release and the grant of whoever looks.

CREATE SCHEMA thematic;
COMMENT ON SCHEMA thematic IS 'Thematic maps';
GRANT USAGE ON SCHEMA thematic TO kent_desk;

CREATE TABLE thematic.map (
    map_id        text PRIMARY KEY CHECK (map_id ~ '^[a-z0-9]{12}$'),
    definition    jsonb       NOT NULL,
    state         text        NOT NULL DEFAULT 'private' CHECK (state IN ('private', 'staff', 'shared', 'published')),
    decision_no   text        CHECK (length(decision_no) BETWEEN 1 AND 100),
    decision_date date,
    owner         text        NOT NULL,
    changed_by    text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    changed_at    timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'published') = (decision_no IS NOT NULL AND decision_date IS NOT NULL))
);
CREATE INDEX map_published ON thematic.map (changed_at) WHERE state = 'published';
GRANT SELECT, INSERT, UPDATE, DELETE ON thematic.map TO kent_desk;
