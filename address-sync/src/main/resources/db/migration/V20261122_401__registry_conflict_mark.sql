-- What a person sees of a conflict as one value: the disagreement, the registry's row and the city's object as they are now. Who decides
-- about many at once names it for each, so that nothing is decided that nobody has looked at.

CREATE FUNCTION registry.conflict_mark(c registry.conflict) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    RETURN md5(concat_ws('|', c.state, c.detail, c.changed_by,
        (SELECT concat_ws(':', e.version, e.active, e.listed) FROM registry.entry e WHERE e.level = c.level AND e.code = c.code),
        CASE c.level
            WHEN 'street' THEN (SELECT w.surum_no FROM working.yol w WHERE w.tucbs_no = c.object)
            WHEN 'building' THEN (SELECT w.surum_no FROM working.bina w WHERE w.tucbs_no = c.object)
            WHEN 'door' THEN (SELECT w.surum_no FROM working.numarataj w WHERE w.tucbs_no = c.object)
            ELSE (SELECT w.surum_no FROM working.bagimsiz_bolum w WHERE w.tucbs_no = c.object) END));
REVOKE ALL ON FUNCTION registry.conflict_mark(registry.conflict) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.conflict_mark(registry.conflict) TO kent_desk;
CREATE INDEX conflict_street ON registry.conflict (street, kind) WHERE state = 'open';
