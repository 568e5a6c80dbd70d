-- Whether one object the registry could know is a draft; null where there is none. Each session plans a level once: the view is large, and to
-- plan all of its levels for a question about one takes longer than any answer.
CREATE FUNCTION registry.is_draft(what text, which uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    CASE what
        WHEN 'street' THEN RETURN (SELECT bool_or(l.draft) FROM registry.local l WHERE l.level = 'street' AND l.id = which);
        WHEN 'door' THEN RETURN (SELECT bool_or(l.draft) FROM registry.local l WHERE l.level = 'door' AND l.id = which);
        WHEN 'building' THEN RETURN (SELECT bool_or(l.draft) FROM registry.local l WHERE l.level = 'building' AND l.id = which);
        WHEN 'unit' THEN RETURN (SELECT bool_or(l.draft) FROM registry.local l WHERE l.level = 'unit' AND l.id = which);
    END CASE;
END $$;
REVOKE ALL ON FUNCTION registry.is_draft(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.is_draft(text, uuid) TO kent_desk;
