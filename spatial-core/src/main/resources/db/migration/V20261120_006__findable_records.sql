-- Records are found by the words of their texts (kent.words) and by how their numbers begin, without reading their whole type. Each type's own
-- migration says by which columns. Identity numbers, and what an object is called where it came from, are looked for from their beginning.
CREATE FUNCTION working.make_findable(type text, VARIADIC columns text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one text;
    is_number boolean;
BEGIN
    FOREACH one IN ARRAY columns LOOP
        is_number := one = 'kaynak_kimlik' OR (SELECT a.atttypid = 'bigint'::regtype FROM pg_attribute a
                                                WHERE a.attrelid = format('working.%I', type)::regclass AND a.attname = one);
        EXECUTE format(CASE WHEN is_number
                            THEN 'CREATE INDEX %I ON working.%I (left(%I::text, 500) text_pattern_ops) WHERE %3$I IS NOT NULL'
                            ELSE 'CREATE INDEX %I ON working.%I USING gin (kent.words(%I)) WHERE %3$I IS NOT NULL' END,
                       type || '_' || one || '_bul', type, one);
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION working.make_findable(text, text[]) FROM PUBLIC;
