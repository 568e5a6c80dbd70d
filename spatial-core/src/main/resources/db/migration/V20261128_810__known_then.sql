-- What was known then. A version begins with its transaction, or, where the version before began later than that, when it is made; it ends
-- where the next one begins. A change set bears the time of its commit, so that time tells in the same order as the number.

CREATE FUNCTION working.version_begins(previous timestamptz) RETURNS timestamptz
    LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN previous < now() THEN now() ELSE greatest(clock_timestamp(), previous + interval '1 microsecond') END
$$;

CREATE OR REPLACE FUNCTION working.number_change_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    several bigint;
    what    jsonb;
BEGIN
    WITH step AS (DELETE FROM working.change_step WHERE change_set = NEW.change_set RETURNING type, how, rows),
         each AS (SELECT type, how, sum(rows) AS rows FROM step GROUP BY type, how),
         told AS (SELECT type, sum(rows) AS rows, string_agg(rows || ' ' || how, ', ' ORDER BY how) AS words FROM each GROUP BY type)
    SELECT sum(rows), jsonb_build_object('layers', string_agg(type, ' ' ORDER BY type)) || jsonb_object_agg(type, words)
      INTO several, what FROM told;
    PERFORM pg_advisory_xact_lock(hashtext('working.change_no'));  -- held until the commit is visible
    UPDATE working.change_set
       SET change_no = nextval('working.change_no'), items = coalesce(several, 0), detail = coalesce(what, '{}'),
           made_at = greatest(clock_timestamp(), (SELECT l.made_at FROM working.change_set l WHERE l.change_no IS NOT NULL
                                                   ORDER BY l.change_no DESC LIMIT 1))
     WHERE change_set = NEW.change_set;
    RETURN NULL;
END $$;

-- Before now a change set bore the beginning of its transaction.
UPDATE working.change_set c SET made_at = k.made_at
  FROM (SELECT change_set, max(made_at) OVER (ORDER BY change_no) AS made_at FROM working.change_set WHERE change_no IS NOT NULL) k
 WHERE c.change_set = k.change_set AND c.made_at < k.made_at;

-- What was true at one moment, as it was known at another: SELECT * FROM working.known_then(NULL::working.bina, '2026-11-03', '2026-06-01').
CREATE FUNCTION working.known_then(type anyelement, known timestamptz, valid timestamptz) RETURNS SETOF anyelement
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
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
        ' AND tstzrange(v.gecerlilik_baslangic, v.gecerlilik_bitis) @> $2',
        columns, name, name || '_gecmis') USING known, valid;
END $$;
