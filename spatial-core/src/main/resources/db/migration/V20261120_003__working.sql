-- Working data: what is known now, what was known earlier, and the one order in which it became known.
-- Here: who changed something in one transaction, the identities of objects, and the code lists. Each type's table is made from the model
-- by a migration of its own; what gives it its behaviour is in V20261120_004.

CREATE SCHEMA working;
GRANT USAGE ON SCHEMA working TO kent_desk, kent_editor;

-- One row per writing transaction. Its number is given at commit (see number_change_set), so numbers may skip, but a
-- reader never sees n + 1 before n. It bears the time of its commit, so that time tells in the same order as the number.
CREATE TABLE working.change_set (
    change_set bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_no  bigint UNIQUE,
    made_at    timestamptz NOT NULL DEFAULT now(),
    made_by    text        NOT NULL,
    reason     text,
    items      bigint      NOT NULL DEFAULT 0,
    detail     jsonb       NOT NULL DEFAULT '{}',
    of_import  boolean     NOT NULL DEFAULT false  -- whether a source gave the values, or a person
);
COMMENT ON COLUMN working.change_set.items IS 'Rows inserted, updated and deleted; 0 as well where nobody counted yet';
COMMENT ON COLUMN working.change_set.detail IS 'layers: the types changed; and of each type how many rows and how';
CREATE INDEX ON working.change_set (made_at DESC);
CREATE INDEX ON working.change_set (made_by, made_at DESC);
CREATE SEQUENCE working.change_no;

-- What the statements of a transaction that goes on did; empty between transactions. Rows are added, since one that is updated by every
-- statement of a long transaction grows slower with each.
CREATE TABLE working.change_step (
    change_set bigint NOT NULL,
    type       text   NOT NULL,
    how        text   NOT NULL,
    rows       bigint NOT NULL
);
CREATE INDEX ON working.change_step (change_set);

-- Whose turn it is to be numbered at commit is a row that nobody else may lock: an advisory lock is everybody's who can connect.
CREATE TABLE working.change_turn (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row));
INSERT INTO working.change_turn DEFAULT VALUES;

-- Whether this connection is that of a person with a program of their own. The owner may have the role as well: from PostgreSQL 16 on,
-- whoever makes a role is a member of it. The owner edits for others all the same.
CREATE FUNCTION working.edits_directly() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT session_user <> current_user AND pg_has_role(r.oid, 'kent_editor', 'MEMBER') AND NOT r.rolsuper
    FROM pg_roles r WHERE r.rolname = session_user
$$;

-- Who makes this change: the service says for whom it writes, a person is who signed in.
CREATE FUNCTION working.actor() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN working.edits_directly() THEN session_user::text
                ELSE coalesce(nullif(current_setting('kent.actor', true), ''), session_user::text) END
$$;

-- The change set of this transaction, opened at its first write. Column default, so psql and QGIS need not know of it.
-- Only who connects as the owner can say that a source gave the values.
CREATE FUNCTION working.current_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    id text := current_setting('kent.change_set', true);
BEGIN
    IF id IS NULL OR id = '' THEN
        INSERT INTO working.change_set (made_by, reason, of_import)
        VALUES (working.actor(), nullif(current_setting('kent.reason', true), ''),
                session_user = current_user AND coalesce(current_setting('kent.import', true) = 'on', false))
        RETURNING change_set INTO id;
        PERFORM set_config('kent.change_set', id, true);
    END IF;
    RETURN id::bigint;
END $$;

-- A change set that is visible and has no number yet can only be this transaction's own.
CREATE FUNCTION working.own_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    id bigint := working.current_change_set();
BEGIN
    IF NOT EXISTS (SELECT FROM working.change_set c WHERE c.change_set = id AND c.change_no IS NULL) THEN
        RAISE EXCEPTION 'change set % does not belong to this transaction', id;
    END IF;
    RETURN id;
END $$;

-- What a statement did is an English word: in a Turkish database lower('INSERT') has no dot on its i.
CREATE FUNCTION working.count_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    several bigint := (SELECT count(*) FROM changed);
BEGIN
    IF several > 0 AND pg_trigger_depth() = 1 THEN  -- what another trigger sets right is no change of anybody's
        INSERT INTO working.change_step VALUES (working.own_change_set(), TG_TABLE_NAME, lower(TG_OP COLLATE "C"), several);
    END IF;
    RETURN NULL;
END $$;

-- A person who has the turn and then does nothing, as only SET CONSTRAINTS makes possible before the commit, loses it after a minute, unless
-- they lift that limit on purpose; then pg_stat_activity tells who it is. What was changed while the clock stood years ahead would give its
-- time to every later change, and "known then" would show none of them: the next change is refused, so that somebody sets the times right.
CREATE FUNCTION working.number_change_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    several bigint;
    what    jsonb;
    latest  timestamptz;
BEGIN
    WITH step AS (DELETE FROM working.change_step WHERE change_set = NEW.change_set RETURNING type, how, rows),
         each AS (SELECT type, how, sum(rows) AS rows FROM step GROUP BY type, how),
         told AS (SELECT type, sum(rows) AS rows, string_agg(rows || ' ' || how, ', ' ORDER BY how) AS words FROM each GROUP BY type)
    SELECT sum(rows), jsonb_build_object('layers', string_agg(type, ' ' ORDER BY type)) || jsonb_object_agg(type, words)
      INTO several, what FROM told;
    IF working.edits_directly() THEN
        PERFORM set_config('idle_in_transaction_session_timeout', '1min', true);
    END IF;
    PERFORM FROM working.change_turn FOR UPDATE;  -- held until the commit is visible
    SELECT l.made_at INTO latest FROM working.change_set l WHERE l.change_no IS NOT NULL ORDER BY l.change_no DESC LIMIT 1;
    IF latest > clock_timestamp() + interval '1 hour' THEN
        RAISE EXCEPTION 'the clock stands at %, but the last change was made at %: one of the two is wrong', clock_timestamp(), latest
            USING ERRCODE = 'KC001', HINT = 'docs/operator.md tells under "The clock" what to do';
    END IF;
    UPDATE working.change_set
       SET change_no = nextval('working.change_no'), items = coalesce(several, 0), detail = coalesce(what, '{}'),
           made_at = greatest(clock_timestamp(), latest)
     WHERE change_set = NEW.change_set;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER number_at_commit AFTER INSERT ON working.change_set
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION working.number_change_set();

-- Whoever may call a trigger's function may hang it on a temporary table of their own, and it writes identities, history and numbers as the
-- owner all the same. Whoever changes the table it belongs to needs no right to it.
REVOKE EXECUTE ON FUNCTION working.count_change(), working.number_change_set() FROM PUBLIC;

-- Identity (nesne): every number ever given, never given twice; and lineage (soy) of splits and merges.
-- Numbers of versions are unique in an object, over all its periods and beyond a deletion: the last one given stands with its identity.
CREATE TABLE working.nesne (
    tucbs_no   uuid PRIMARY KEY,
    type       text    NOT NULL,
    change_set bigint  NOT NULL,
    son_surum  integer NOT NULL DEFAULT 1
) WITH (fillfactor = 80);  -- room for the next number on the row's own page
-- Lineage stands under a change set of the transaction that writes it, as everything else does, and the auditor finds it.
CREATE TABLE working.nesne_soyu (
    eski       uuid   NOT NULL REFERENCES working.nesne,
    yeni       uuid   NOT NULL REFERENCES working.nesne,
    tur        text   NOT NULL CHECK (tur IN ('split', 'merge', 'replace')),
    change_set bigint NOT NULL DEFAULT working.own_change_set(),
    PRIMARY KEY (eski, yeni)
);
CREATE INDEX nesne_soyu_yeni ON working.nesne_soyu (yeni);
CREATE TRIGGER count_insert AFTER INSERT ON working.nesne_soyu REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION working.count_change();

-- Code lists of the model, filled from it at every start; coded columns carry no foreign key.
CREATE TABLE working.kod_listesi (
    liste         text PRIMARY KEY,
    ad_tr         text NOT NULL,
    ad_en         text NOT NULL,
    kaynak        text NOT NULL,
    genisletilebilir text NOT NULL
);
CREATE TABLE working.kod_degeri (
    liste   text    NOT NULL REFERENCES working.kod_listesi,
    kod     text    NOT NULL,
    ad_tr   text    NOT NULL,
    ad_en   text    NOT NULL,
    ust_kod text,
    inspire text,
    sira    integer NOT NULL,
    PRIMARY KEY (liste, kod)
);

GRANT SELECT ON working.change_set, working.nesne, working.nesne_soyu, working.kod_listesi, working.kod_degeri TO kent_desk, kent_editor;
GRANT INSERT (eski, yeni, tur) ON working.nesne_soyu TO kent_desk, kent_editor;
