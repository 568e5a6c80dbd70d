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

-- The words of a text, folded, each for itself; of a long text those of its beginning: what an index cannot hold must stop no import.
CREATE FUNCTION kent.words(t text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_to_tsvector(array_remove(regexp_split_to_array(kent.search_key(left(t, 500)), '[\s/·,]+'), ''));

-- Asks for words that begin like this one.
CREATE FUNCTION kent.begins(word text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('''' || replace(replace(nullif(kent.search_key(word), ''), '\', '\\'), '''', '''''') || ''':*')::tsquery;

-- The power of two numbers as filters ask for it: unknown where there is no real number or none that can be held,
-- instead of an error that would end the whole answer because of one row.
CREATE FUNCTION kent.power(base numeric, exponent numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN base = 0 AND exponent < 0 THEN NULL
        WHEN base < 0 AND exponent <> trunc(exponent) THEN NULL
        WHEN base <> 0 AND abs(exponent * ln(abs(base))) > 700 THEN NULL
        ELSE power(base, exponent)
    END;

COMMENT ON FUNCTION kent.casei(text) IS 'Case folded by Turkish rules: I = ı, İ = i.';
COMMENT ON FUNCTION kent.accenti(text) IS 'Accents removed, case kept.';
COMMENT ON FUNCTION kent.search_key(text) IS 'Case and accents folded: IĞDIR = ığdır = igdir.';
COMMENT ON FUNCTION kent.power(numeric, numeric) IS 'base ^ exponent, NULL where that is no number below 1E304.';

GRANT EXECUTE ON FUNCTION kent.casei(text), kent.accenti(text), kent.search_key(text), kent.power(numeric, numeric)
    TO kent_acik, kent_yayin, kent_desk;
