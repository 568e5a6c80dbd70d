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

COMMENT ON FUNCTION kent.power(numeric, numeric) IS 'base ^ exponent, NULL where that is no number below 1E304.';

DO $$
DECLARE
    reader text;
BEGIN
    FOR reader IN SELECT rolname FROM pg_roles WHERE rolname IN ('kent_acik', 'kent_yayin', 'kent_desk') LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION kent.power(numeric, numeric) TO %I', reader);
    END LOOP;
END
$$;
