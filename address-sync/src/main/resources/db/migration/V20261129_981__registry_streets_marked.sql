-- A street is another one when its centre lines or their sides are (950). What somebody looked at for a verdict is marked by that, too, and what
-- was agreed before is carried over to it: the upgrade alone makes no street one that "we changed".

CREATE OR REPLACE FUNCTION registry.conflict_mark(c registry.conflict) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    RETURN md5(concat_ws('|', c.state, c.detail, c.changed_by,
        (SELECT concat_ws(':', e.version, e.active, e.listed) FROM registry.entry e WHERE e.level = c.level AND e.code = c.code),
        CASE c.level
            WHEN 'street' THEN (SELECT l.version FROM registry.local l WHERE l.level = 'street' AND l.object = c.object AND l.id = c.local)
            WHEN 'building' THEN (SELECT w.surum_no FROM working.bina w
                     WHERE w.tucbs_no = c.object AND registry.valid_now(w.gecerlilik_baslangic, w.gecerlilik_bitis))
            WHEN 'door' THEN (SELECT w.surum_no FROM working.numarataj w
                     WHERE w.tucbs_no = c.object AND registry.valid_now(w.gecerlilik_baslangic, w.gecerlilik_bitis))
            ELSE (SELECT w.surum_no FROM working.bagimsiz_bolum w
                     WHERE w.tucbs_no = c.object AND registry.valid_now(w.gecerlilik_baslangic, w.gecerlilik_bitis)) END));

UPDATE registry.entry e SET agreed_ours = l.version
FROM registry.local l
JOIN working.yol r ON r.tucbs_no = l.object AND registry.valid_now(r.gecerlilik_baslangic, r.gecerlilik_bitis)
WHERE l.level = 'street' AND e.level = 'street' AND e.linked = l.id AND e.agreed_ours = r.surum_no;

-- The registry may spell a number of ours in upper case: it is kept as we spell it.
UPDATE registry.entry SET other_construction = lower(other_construction)
WHERE other_construction ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND other_construction <> lower(other_construction);
