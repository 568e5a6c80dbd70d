-- What gives each type's table its identity, versions and history, whoever writes: the service, psql or QGIS. Each type's own migration calls
-- keep_history. A version begins with its transaction, or, where the version before began later than that, when it is made; it ends where the
-- next one begins.

CREATE FUNCTION working.version_begins(previous timestamptz) RETURNS timestamptz
    LANGUAGE sql VOLATILE
    RETURN CASE WHEN previous < now() THEN now() ELSE greatest(clock_timestamp(), previous + interval '1 microsecond') END;

-- A row is inserted as version 1. Only of an object that was known before, or comes with several rows, is that wrong: set right at once.
-- Many new objects at once: their identities go in plainly, each being new, in their own order, which an index takes in much faster than at
-- random; only where one is known after all are versions numbered with care. What is inserted is counted on the way, instead of by a trigger
-- that reads all the rows again.
CREATE FUNCTION working.register_identity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    several bigint := (SELECT count(*) FROM inserted);
    own bigint;
    is_foreign boolean;
    has_others boolean;
BEGIN
    IF several = 0 THEN
        RETURN NULL;
    END IF;
    own := working.own_change_set();
    IF pg_trigger_depth() = 1 THEN  -- what another trigger sets right is no change of anybody's
        INSERT INTO working.change_step VALUES (own, TG_TABLE_NAME, 'insert', several);
    END IF;
    IF several > 100 THEN
        BEGIN
            INSERT INTO working.nesne (tucbs_no, type, change_set)
            SELECT n.tucbs_no, TG_TABLE_NAME, own FROM inserted n ORDER BY n.tucbs_no;
            RETURN NULL;
        EXCEPTION WHEN unique_violation THEN
            NULL;  -- some are known or come with several rows
        END;
    END IF;
    WITH given AS (
        INSERT INTO working.nesne AS o (tucbs_no, type, change_set, son_surum)
        SELECT n.tucbs_no, TG_TABLE_NAME, own, count(*) FROM inserted n GROUP BY n.tucbs_no ORDER BY n.tucbs_no
        ON CONFLICT (tucbs_no) DO UPDATE SET son_surum = o.son_surum + excluded.son_surum
        RETURNING o.type, o.son_surum)
    SELECT bool_or(g.type <> TG_TABLE_NAME), bool_or(g.son_surum > 1) INTO is_foreign, has_others FROM given g;
    IF is_foreign THEN
        RAISE EXCEPTION 'a tucbs_no of % already belongs to an object of another type', TG_TABLE_NAME
            USING ERRCODE = 'unique_violation';
    END IF;
    IF has_others THEN
        EXECUTE format('UPDATE working.%I t SET surum_no = k.number FROM (SELECT n.row_no, '
                       'o.son_surum + 1 - row_number() OVER (PARTITION BY n.tucbs_no ORDER BY n.row_no DESC) AS number '
                       'FROM inserted n JOIN working.nesne o USING (tucbs_no) WHERE o.son_surum > 1) k '
                       'WHERE t.row_no = k.row_no AND t.surum_no <> k.number', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;

-- What differs between the version that is known and the one somebody wants to write; of a shape, that it does.
CREATE FUNCTION working.told(known jsonb, wanted jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(CASE WHEN jsonb_typeof(k.value) = 'object' THEN k.key || ': another shape'
                           ELSE format('%s: %s now, %s yours', k.key, left(k.value::text, 200), left((wanted -> k.key)::text, 200)) END,
                      '; ' ORDER BY k.key)
    FROM jsonb_each(known) k WHERE k.key <> 'surum_no' AND k.value IS DISTINCT FROM wanted -> k.key
$$;
GRANT EXECUTE ON FUNCTION working.told(jsonb, jsonb) TO PUBLIC;

-- An update makes the next version; one that changes nothing makes none. One that gives the version it started from is refused when that is
-- no longer the one known. It may be given as a negative number: QGIS sends only what differs from what it read.
CREATE FUNCTION working.next_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN  -- register_identity, which runs as the owner, and nobody else, may set a number right
        IF current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = TG_RELID) THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NEW.tucbs_no <> OLD.tucbs_no THEN
        RAISE EXCEPTION 'the tucbs_no of an object never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF abs(NEW.surum_no) IS DISTINCT FROM OLD.surum_no THEN
        RAISE EXCEPTION 'object % was changed meanwhile by %: your edit starts from version %, version % is known now',
                OLD.tucbs_no, coalesce(OLD.degistiren, OLD.olusturan), abs(NEW.surum_no), OLD.surum_no
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = working.told(to_jsonb(OLD), to_jsonb(NEW)),
                  HINT = 'Read the object again (in QGIS: discard your edits, reload the layer) and repeat your change.';
    END IF;
    NEW.surum_no := OLD.surum_no;
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NULL;
    END IF;
    NEW.surum_baslangic := working.version_begins(OLD.surum_baslangic);  -- whereupon number_version gives the number
    NEW.change_set := working.current_change_set();
    NEW.olusturan := OLD.olusturan;
    NEW.olusturma_tarihi := OLD.olusturma_tarihi;
    NEW.degistiren := working.actor();
    RETURN NEW;
END $$;

-- An object's next number is given by a trigger's function of its own: what next_version calls, everybody may call.
CREATE FUNCTION working.number_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE working.nesne SET son_surum = son_surum + 1 WHERE tucbs_no = NEW.tucbs_no RETURNING son_surum INTO NEW.surum_no;
    RETURN NEW;
END $$;

-- What was known until now moves to the type's history. A number that is set right ends no version: a version that follows begins later.
CREATE FUNCTION working.remember() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('INSERT INTO working.%I OVERRIDING SYSTEM VALUE '
                   'SELECT coalesce(n.surum_baslangic, working.version_begins(o.surum_baslangic)), $1, $2, o.* '
                   'FROM ended o LEFT JOIN working.%I n USING (row_no) '
                   'WHERE n.surum_baslangic IS DISTINCT FROM o.surum_baslangic', TG_TABLE_NAME || '_gecmis', TG_TABLE_NAME)
        USING working.own_change_set(), lower(TG_OP);
    RETURN NULL;
END $$;

CREATE FUNCTION working.refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'working data is never truncated: delete keeps its history';
END $$;

-- As in V20261120_003: nobody hangs them on a table of their own.
REVOKE EXECUTE ON FUNCTION working.register_identity(), working.next_version(), working.number_version(), working.remember(),
    working.refuse_truncate() FROM PUBLIC;

-- A version that begins is numbered after trigger version, by whose name's order it runs.
CREATE FUNCTION working.number_versions(type text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER version_number BEFORE UPDATE ON working.%I FOR EACH ROW '
                   'WHEN (NEW.surum_baslangic IS DISTINCT FROM OLD.surum_baslangic) EXECUTE FUNCTION working.number_version()', type);
END $$;

CREATE FUNCTION working.count_changes(type text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER count_update AFTER UPDATE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
    EXECUTE format('CREATE TRIGGER count_delete AFTER DELETE ON working.%I REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION working.count_change()', type);
END $$;

-- Gives a type's table its history, identity and versions. The history has the end of knowledge first and then the
-- table's own columns, so that a column added to both stays in step.
CREATE FUNCTION working.keep_history(type text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
    PERFORM working.number_versions(type);
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
REVOKE EXECUTE ON FUNCTION working.number_versions(text), working.count_changes(text), working.keep_history(text) FROM PUBLIC;

-- What was true at one moment, as it was known at another: of a whole type, or of one object, found by its number.
-- SELECT * FROM working.known_then(NULL::working.bina, '2026-11-03', '2026-06-01').
CREATE FUNCTION working.known_then(type anyelement, known timestamptz, valid timestamptz, object uuid) RETURNS SETOF anyelement
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT c.relname FROM pg_class c WHERE c.reltype = pg_typeof(type) AND c.relnamespace = 'working'::regnamespace);
    columns text := (SELECT string_agg(format('v.%I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                      WHERE a.attrelid = format('working.%I', name)::regclass AND a.attnum > 0 AND NOT a.attisdropped);
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT %1$s FROM (SELECT %1$s, NULL::bigint AS ended_by FROM working.%2$I v'
        ' UNION ALL SELECT %1$s, v.ended_by FROM working.%3$I v) v'
        ' JOIN working.change_set b ON b.change_set = v.change_set'
        ' LEFT JOIN working.change_set e ON e.change_set = v.ended_by AND e.change_no IS NOT NULL'
        ' WHERE b.change_no IS NOT NULL AND b.made_at <= $1 AND (e.made_at IS NULL OR e.made_at > $1)'
        ' AND tstzrange(v.gecerlilik_baslangic, v.gecerlilik_bitis) @> $2%4$s',
        columns, name, name || '_gecmis', CASE WHEN object IS NULL THEN '' ELSE ' AND v.tucbs_no = $3' END)
        USING known, valid, object;
END $$;

CREATE FUNCTION working.known_then(type anyelement, known timestamptz, valid timestamptz) RETURNS SETOF anyelement
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM working.known_then(type, known, valid, NULL::uuid);
END $$;
