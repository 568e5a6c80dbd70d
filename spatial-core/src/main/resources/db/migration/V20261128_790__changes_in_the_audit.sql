-- The auditor finds edits of the working data beside everything else, whoever made them with whichever program: each change set knows what
-- it did, type by type.

ALTER TABLE working.change_set
    ADD COLUMN items  bigint NOT NULL DEFAULT 0,
    ADD COLUMN detail jsonb  NOT NULL DEFAULT '{}';
COMMENT ON COLUMN working.change_set.items IS 'Rows inserted, updated and deleted; 0 as well where nobody counted yet';
COMMENT ON COLUMN working.change_set.detail IS 'layers: the types changed; and of each type how many rows and how';

-- What the statements of a transaction that goes on did; empty between transactions. Rows are added, since one that is updated by every
-- statement of a long transaction grows slower with each.
CREATE TABLE working.change_step (
    change_set bigint NOT NULL,
    type       text   NOT NULL,
    how        text   NOT NULL,
    rows       bigint NOT NULL
);
CREATE INDEX ON working.change_step (change_set);

CREATE FUNCTION working.count_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    several bigint := (SELECT count(*) FROM changed);
BEGIN
    IF several > 0 AND pg_trigger_depth() = 1 THEN  -- what another trigger sets right is no change of anybody's
        INSERT INTO working.change_step VALUES (working.own_change_set(), TG_TABLE_NAME, lower(TG_OP), several);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION working.count_changes(type text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER count_insert AFTER INSERT ON working.%I REFERENCING NEW TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
    EXECUTE format('CREATE TRIGGER count_update AFTER UPDATE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
    EXECUTE format('CREATE TRIGGER count_delete AFTER DELETE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
END $$;
REVOKE EXECUTE ON FUNCTION working.count_changes(text) FROM PUBLIC;

SELECT working.count_changes(c.relname::text)
FROM pg_class c
WHERE c.relnamespace = 'working'::regnamespace
  AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'version');

-- The same for types to come.
CREATE OR REPLACE FUNCTION working.keep_history(type text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    past text := type || '_gecmis';
BEGIN
    EXECUTE format('CREATE TABLE working.%I (surum_bitis timestamptz NOT NULL, ended_by bigint NOT NULL, '
                   'ended_how text NOT NULL, LIKE working.%I)', past, type);
    EXECUTE format('CREATE INDEX ON working.%I (tucbs_no, surum_no)', past);
    EXECUTE format('CREATE INDEX ON working.%I (change_set)', type);
    EXECUTE format('CREATE TRIGGER identity AFTER INSERT ON working.%I REFERENCING NEW TABLE AS inserted '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.register_identity()', type);
    EXECUTE format('CREATE TRIGGER version BEFORE UPDATE ON working.%I '
                   'FOR EACH ROW EXECUTE FUNCTION working.next_version()', type);
    EXECUTE format('CREATE TRIGGER history_update AFTER UPDATE ON working.%I REFERENCING OLD TABLE AS ended '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.remember()', type);
    EXECUTE format('CREATE TRIGGER history_delete AFTER DELETE ON working.%I REFERENCING OLD TABLE AS ended '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.remember()', type);
    EXECUTE format('CREATE TRIGGER keep BEFORE TRUNCATE ON working.%I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.refuse_truncate()', type);
    PERFORM working.count_changes(type);
    EXECUTE format('GRANT SELECT, DELETE ON working.%I TO kent_desk', type);
    EXECUTE format('GRANT SELECT ON working.%I TO kent_desk', past);
END $$;

CREATE INDEX ON working.change_set (made_at DESC);
CREATE INDEX ON working.change_set (made_by, made_at DESC);

CREATE VIEW access.audit_and_changes AS
SELECT journal, line, at, kind, caller, action, subject, release_no, items, detail FROM access.audit
UNION ALL
SELECT '00000000-0000-0000-0000-000000000000'::uuid, change_set, made_at, 'editor', made_by, 'working.change', 'working', NULL::bigint, items,
       CASE WHEN reason IS NULL THEN detail ELSE jsonb_build_object('reason', reason) || detail END
  FROM working.change_set;
COMMENT ON VIEW access.audit_and_changes IS 'The audit with every change set of the working data, as the auditor searches it';
GRANT SELECT ON access.audit_and_changes TO kent_desk;
