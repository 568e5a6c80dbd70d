-- Turkish text made comparable. Twins of tr.kentatlas.spatial.address.TurkishText, tested to give the same text.
-- Written with normalize() and explicit letters instead of unaccent: its rule file belongs to the server, differs
-- from version to version, and so could make an index built yesterday wrong and Java disagree with SQL.

-- Small letters by Turkish rules (CASEI of OGC 21-065r2). The two i's go first: no other rule may see them.
-- The collation is named, so that the answer does not depend on the database's own.
CREATE FUNCTION kent.casei(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(
        translate(lower(translate(normalize(t, NFC), 'Iİ', 'ıi') COLLATE "und-x-icu"), 'ς', 'σ'),
        U&'i\0307', 'i') COLLATE "default";

-- Letters without their accents, case kept (ACCENTI of OGC 21-065r2): combining marks fall away, then the letters
-- that Unicode does not take apart are replaced.
CREATE FUNCTION kent.accenti(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN normalize(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(
                regexp_replace(normalize(t, NFD), '[\u0300-\u036f]', '', 'g'),
                'ıØøĐÐđðĦħĸŁĿłŀŊŋŦŧſƏə',
                'iOoDDddHhkLLllNnTtsEe'),
            'Æ', 'AE'), 'æ', 'ae'), 'Œ', 'OE'), 'œ', 'oe'), 'Ĳ', 'IJ'), 'ĳ', 'ij'),
            'ß', 'ss'), 'ẞ', 'SS'), 'Þ', 'TH'), 'þ', 'th'), 'ŉ', '''n'),
        NFC);

-- The key under which a name is found however it is typed.
CREATE FUNCTION kent.search_key(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN kent.accenti(kent.casei(t));

COMMENT ON FUNCTION kent.casei(text) IS 'Case folded by Turkish rules: I = ı, İ = i.';
COMMENT ON FUNCTION kent.accenti(text) IS 'Accents removed, case kept.';
COMMENT ON FUNCTION kent.search_key(text) IS 'Case and accents folded: IĞDIR = ığdır = igdir.';

DO $$
DECLARE
    reader text;
BEGIN
    FOR reader IN SELECT rolname FROM pg_roles WHERE rolname IN ('kent_acik', 'kent_yayin', 'kent_desk') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA kent TO %I', reader);
        EXECUTE format('GRANT EXECUTE ON FUNCTION kent.casei(text), kent.accenti(text), kent.search_key(text) TO %I', reader);
    END LOOP;
END
$$;
