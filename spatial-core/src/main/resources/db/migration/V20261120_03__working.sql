-- Working data: what is known now, what was known earlier, and the one order in which it became known.
-- Each type's table is made from the model by a migration of its own; the functions here give it its behaviour.

CREATE SCHEMA working;
GRANT USAGE ON SCHEMA working TO kent_desk;

-- One row per writing transaction. Its number is given at commit (see number_change_set), so numbers may skip, but a
-- reader never sees n + 1 before n.
CREATE TABLE working.change_set (
    change_set bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_no  bigint UNIQUE,
    made_at    timestamptz NOT NULL DEFAULT now(),
    made_by    text        NOT NULL,
    reason     text
);
CREATE SEQUENCE working.change_no;

CREATE FUNCTION working.number_change_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('working.change_no'));  -- held until the commit is visible
    UPDATE working.change_set SET change_no = nextval('working.change_no') WHERE change_set = NEW.change_set;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER number_at_commit AFTER INSERT ON working.change_set
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION working.number_change_set();

-- The change set of this transaction, opened at its first write. Column default, so psql and QGIS need not know of it.
CREATE FUNCTION working.current_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    id text := current_setting('kent.change_set', true);
BEGIN
    IF id IS NULL OR id = '' THEN
        INSERT INTO working.change_set (made_by, reason)
        VALUES (coalesce(nullif(current_setting('kent.actor', true), ''), session_user),
                nullif(current_setting('kent.reason', true), ''))
        RETURNING change_set INTO id;
        PERFORM set_config('kent.change_set', id, true);
    END IF;
    RETURN id::bigint;
END $$;

-- A change set that is visible and has no number yet can only be this transaction's own.
CREATE FUNCTION working.own_change_set() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    id bigint := working.current_change_set();
BEGIN
    IF NOT EXISTS (SELECT FROM working.change_set c WHERE c.change_set = id AND c.change_no IS NULL) THEN
        RAISE EXCEPTION 'change set % does not belong to this transaction', id;
    END IF;
    RETURN id;
END $$;

-- Identity (nesne): every number ever given, never given twice; and lineage (soy) of splits and merges.
CREATE TABLE working.nesne (
    tucbs_no   uuid PRIMARY KEY,
    type       text   NOT NULL,
    change_set bigint NOT NULL
);
CREATE TABLE working.nesne_soyu (
    eski       uuid   NOT NULL REFERENCES working.nesne,
    yeni       uuid   NOT NULL REFERENCES working.nesne,
    tur        text   NOT NULL CHECK (tur IN ('split', 'merge', 'replace')),
    change_set bigint NOT NULL DEFAULT working.current_change_set(),
    PRIMARY KEY (eski, yeni)
);
CREATE INDEX nesne_soyu_yeni ON working.nesne_soyu (yeni);
GRANT SELECT ON working.nesne, working.nesne_soyu, working.change_set TO kent_desk;
GRANT INSERT (eski, yeni, tur) ON working.nesne_soyu TO kent_desk;

CREATE FUNCTION working.register_identity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO working.nesne (tucbs_no, type, change_set)
    SELECT DISTINCT n.tucbs_no, TG_TABLE_NAME, working.own_change_set() FROM inserted n
    ON CONFLICT DO NOTHING;
    IF EXISTS (SELECT FROM inserted n JOIN working.nesne o USING (tucbs_no) WHERE o.type <> TG_TABLE_NAME) THEN
        RAISE EXCEPTION 'a tucbs_no of % already belongs to an object of another type', TG_TABLE_NAME
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;

-- An update makes the next version; one that changes nothing makes none.
CREATE FUNCTION working.next_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.tucbs_no <> OLD.tucbs_no THEN
        RAISE EXCEPTION 'the tucbs_no of an object never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NULL;
    END IF;
    NEW.surum_no := OLD.surum_no + 1;
    NEW.surum_baslangic := now();
    NEW.change_set := working.current_change_set();
    NEW.olusturan := OLD.olusturan;
    NEW.olusturma_tarihi := OLD.olusturma_tarihi;
    NEW.degistiren := coalesce(nullif(current_setting('kent.actor', true), ''), session_user);
    RETURN NEW;
END $$;

-- What was known until now moves to the type's history, by psql and QGIS as well as by the service.
CREATE FUNCTION working.remember() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    EXECUTE format('INSERT INTO working.%I OVERRIDING SYSTEM VALUE SELECT now(), $1, $2, o.* FROM ended o',
                   TG_TABLE_NAME || '_gecmis')
        USING working.own_change_set(), lower(TG_OP);
    RETURN NULL;
END $$;

CREATE FUNCTION working.refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'working data is never truncated: delete keeps its history';
END $$;

-- Gives a type's table its history, identity and versions. The history has the end of knowledge first and then the
-- table's own columns, so that a column added to both stays in step.
CREATE FUNCTION working.keep_history(type text) RETURNS void LANGUAGE plpgsql AS $$
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
    EXECUTE format('GRANT SELECT, DELETE ON working.%I TO kent_desk', type);
    EXECUTE format('GRANT SELECT ON working.%I TO kent_desk', past);
END $$;
REVOKE EXECUTE ON FUNCTION working.keep_history(text) FROM PUBLIC;

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
GRANT SELECT ON working.kod_listesi, working.kod_degeri TO kent_desk;
