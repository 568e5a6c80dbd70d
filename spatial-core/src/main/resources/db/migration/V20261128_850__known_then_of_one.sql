-- The same of one object, found by its number instead of by reading the whole type.
CREATE FUNCTION working.known_then(type anyelement, known timestamptz, valid timestamptz, object uuid) RETURNS SETOF anyelement
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
        ' AND tstzrange(v.gecerlilik_baslangic, v.gecerlilik_bitis) @> $2%4$s',
        columns, name, name || '_gecmis', CASE WHEN object IS NULL THEN '' ELSE ' AND v.tucbs_no = $3' END)
        USING known, valid, object;
END $$;

CREATE OR REPLACE FUNCTION working.known_then(type anyelement, known timestamptz, valid timestamptz) RETURNS SETOF anyelement
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY SELECT * FROM working.known_then(type, known, valid, NULL::uuid);
END $$;
