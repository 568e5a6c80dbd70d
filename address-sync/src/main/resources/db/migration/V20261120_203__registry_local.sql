-- The city's own address data in the registry's shape. Only what is known now and stands for a real thing: archived rows and door
-- numbers that are proposed or retired are not compared. An object may have a row for each period: only the one that is valid now counts,
-- never one that has yet to begin.
-- A draft is what a release leaves out: the registry is not told of it. It stays in what is compared, marked, so that a draft that is
-- linked is not taken for ended here, and so that a row of the registry finds the draft it belongs to.

-- As a release freezes what is valid now; two comparisons, which the planner can estimate on tables that nobody has counted yet.
CREATE FUNCTION registry.valid_now(since timestamptz, until timestamptz) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (since IS NULL OR since <= now()) AND (until IS NULL OR until > now());

CREATE FUNCTION registry.in_force(state text, since timestamptz, until timestamptz) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN state IS DISTINCT FROM 'arsiv' AND state IS DISTINCT FROM 'taslak' AND registry.valid_now(since, until);

-- Of two neighbourhoods with one code the active one counts.
CREATE VIEW registry.neighbourhood AS
SELECT DISTINCT ON (uavt_kod::bigint) tucbs_no AS id, uavt_kod::bigint AS code, ad AS name, geom
FROM working.idari_birim
WHERE duzey = 'mahalle' AND uavt_kod ~ '^[0-9]{1,18}$' AND kayit_durumu IS DISTINCT FROM 'arsiv'
  AND registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis)
ORDER BY uavt_kod::bigint, kayit_durumu IS NOT DISTINCT FROM 'taslak', surum_baslangic DESC;

-- A side is a draft with its centre line. It is another one, too, when its centre line is.
CREATE VIEW registry.local_side AS
SELECT s.tucbs_no AS id, h.yol AS road, h.tucbs_no AS centre_line, m.code AS neighbourhood, s.taraf AS side,
       s.tanitim_kodu AS fixed_code, s.uavt_kodu AS street_code,
       coalesce('taslak' IN (s.kayit_durumu, h.kayit_durumu), false) AS draft,
       EXISTS (SELECT FROM working.yol r WHERE r.tucbs_no = h.yol AND r.ad IS NOT NULL AND r.kayit_durumu IS DISTINCT FROM 'arsiv'
               AND registry.valid_now(r.gecerlilik_baslangic, r.gecerlilik_bitis)) AS named,
       hashtext(concat_ws(' ', s.tucbs_no, s.surum_no, h.surum_no)) AS version
FROM working.yol_orta_hat_yon s
JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat
JOIN registry.neighbourhood m ON m.id = s.mahalle
WHERE s.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(s.gecerlilik_baslangic, s.gecerlilik_bitis)
  AND h.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis);

CREATE VIEW registry.local_door AS
SELECT tucbs_no AS id, surum_no AS version, numarataj_kodu AS code, yon AS side, bina AS building, kapi_no AS label, tip AS kind,
       kayit_durumu IS NOT DISTINCT FROM 'taslak' AS draft
FROM working.numarataj
WHERE kapi_no IS NOT NULL AND kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis)
  AND durum IS DISTINCT FROM 'retired' AND durum IS DISTINCT FROM 'proposed';

-- A street is a draft with its road or with all of its sides, and another one, too, when its centre lines or their sides are. A door whose road
-- has no name, or is in force no more, has no street the registry could know it by, and its units have no door: they are left out with what
-- they lack instead of waiting for that street for ever.
CREATE VIEW registry.local AS
SELECT 'street' AS level, registry.street_id(r.tucbs_no, s.neighbourhood) AS id, r.tucbs_no AS object, r.surum_no # s.version AS version,
       s.neighbourhood, s.code, NULL::uuid AS parent, NULL::uuid AS building, r.ad AS label, registry.name_key(r.ad) AS key,
       r.tip AS kind, NULL::text AS detail, NULL::integer AS floors, NULL::integer AS floors_below, NULL::integer AS floor,
       NULL::bigint AS street_code, s.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole,
       (s.draft OR r.kayit_durumu IS NOT DISTINCT FROM 'taslak') AS draft
FROM working.yol r
JOIN (SELECT road, neighbourhood, min(street_code) AS code, bool_and(draft) AS draft, bit_xor(version) AS version
      FROM registry.local_side GROUP BY road, neighbourhood) s
  ON s.road = r.tucbs_no
WHERE r.ad IS NOT NULL AND r.kayit_durumu IS DISTINCT FROM 'arsiv'
  AND registry.valid_now(r.gecerlilik_baslangic, r.gecerlilik_bitis)
UNION ALL
SELECT 'door', d.id, d.id, d.version, s.neighbourhood, d.code, registry.street_id(s.road, s.neighbourhood), d.building, d.label,
       registry.number_key(d.label), d.kind, NULL, NULL, NULL, NULL,
       (SELECT k.code FROM registry.link k
        WHERE k.level = 'street' AND k.ended_at IS NULL AND k.local = registry.street_id(s.road, s.neighbourhood)),
       s.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL), d.draft
FROM registry.local_door d
JOIN registry.local_side s ON s.id = d.side
WHERE s.named
UNION ALL
SELECT 'building', b.tucbs_no, b.tucbs_no, b.surum_no, coalesce(d.neighbourhood, p.code, k.neighbourhood), b.bina_kimlik_no, NULL, NULL, b.adi, NULL,
       b.yapi_tipi,
       CASE b.yapi_durum WHEN 'functional' THEN 'kullanimda' WHEN 'declined' THEN 'kullanimDisi'
                         WHEN 'underConstruction' THEN 'yapimAsamasi' WHEN 'demolished' THEN 'yikilmis' END,
       b.kat_ustu, b.kat_alti, NULL, NULL,
       coalesce(d.neighbourhood, p.code, k.neighbourhood) IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL),
       b.kayit_durumu IS NOT DISTINCT FROM 'taslak'
FROM working.bina b
LEFT JOIN (SELECT n.bina, min(s.neighbourhood) AS neighbourhood
           FROM working.numarataj n JOIN registry.local_side s ON s.id = n.yon
           WHERE registry.valid_now(n.gecerlilik_baslangic, n.gecerlilik_bitis) GROUP BY n.bina) d ON d.bina = b.tucbs_no
LEFT JOIN LATERAL (SELECT m.code FROM registry.neighbourhood m
                   WHERE d.neighbourhood IS NULL AND ST_Covers(m.geom, ST_PointOnSurface(b.geom)) LIMIT 1) p ON true
LEFT JOIN (SELECT k.object, e.neighbourhood FROM registry.link k JOIN registry.entry e USING (level, code)
           WHERE k.level = 'building' AND k.ended_at IS NULL) k ON k.object = b.tucbs_no  -- taken over without an outline
WHERE coalesce(d.neighbourhood, p.code, k.neighbourhood) IS NOT NULL AND b.kayit_durumu IS DISTINCT FROM 'arsiv'
  AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis) AND b.yapi_durum IS DISTINCT FROM 'demolished'
UNION ALL
SELECT 'unit', u.tucbs_no, u.tucbs_no, u.surum_no, s.neighbourhood, u.adres_no, u.numarataj, u.bina, u.ic_kapi_no,
       registry.number_key(coalesce(u.ic_kapi_no, '')), u.tip, u.kullanim_turu, NULL, NULL, u.kat_no, NULL,
       s.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL),
       u.kayit_durumu IS NOT DISTINCT FROM 'taslak'
FROM working.bagimsiz_bolum u
JOIN working.numarataj d ON d.tucbs_no = u.numarataj
JOIN registry.local_side s ON s.id = d.yon
WHERE s.named AND d.kapi_no IS NOT NULL
  AND u.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)
  AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis);

-- The doors of registry.local for who compares all of them: what is the same for every door of a side of a street is worked out once for the
-- side. For one door, that would be every side of the city.
CREATE VIEW registry.every_door AS
SELECT d.id, d.id AS object, d.version, s.neighbourhood, d.code, s.street AS parent, d.building, d.label, d.kind, NULL::text AS detail,
       NULL::integer AS floors, NULL::integer AS floors_below, NULL::integer AS floor, s.street_code, s.read_whole, d.draft
FROM registry.local_door d
JOIN (SELECT o.id, o.neighbourhood, o.street, k.code AS street_code,
             o.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole
      FROM (SELECT id, neighbourhood, registry.street_id(road, neighbourhood) AS street FROM registry.local_side WHERE named OFFSET 0) o
      LEFT JOIN registry.link k ON k.level = 'street' AND k.ended_at IS NULL AND k.local = o.street OFFSET 0) s ON s.id = d.side;

-- What the city has and no comparison can look at, because something is missing that the registry knows it by: a door's number, the side of
-- a road in a neighbourhood with a national code, a road's name, a unit's door. It counts in the neighbourhood it lies in. A road without a name
-- is nothing the registry should know, unless doors stand on it. First the few that lack something, then where they lie.
CREATE VIEW registry.left_out AS
WITH side AS MATERIALIZED (SELECT id, road, named FROM registry.local_side),
lacking AS MATERIALIZED (
    SELECT 'street' AS level, r.tucbs_no AS id, r.ad AS label, CASE WHEN r.ad IS NULL THEN 'name' ELSE 'side' END AS missing, h.geom
    FROM working.yol r
    JOIN working.yol_orta_hat h ON h.yol = r.tucbs_no AND registry.in_force(h.kayit_durumu, h.gecerlilik_baslangic, h.gecerlilik_bitis)
    WHERE registry.in_force(r.kayit_durumu, r.gecerlilik_baslangic, r.gecerlilik_bitis)
      AND CASE WHEN r.ad IS NULL
               THEN r.tucbs_no IN (SELECT s.road FROM side s JOIN registry.local_door d ON d.side = s.id WHERE NOT d.draft)
               ELSE r.tucbs_no NOT IN (SELECT s.road FROM side s WHERE s.road IS NOT NULL) END
    UNION ALL
    SELECT 'door', d.tucbs_no, d.kapi_no, CASE WHEN d.kapi_no IS NULL THEN 'number' WHEN s.id IS NULL THEN 'side' ELSE 'street' END, d.geom
    FROM working.numarataj d LEFT JOIN side s ON s.id = d.yon
    WHERE registry.in_force(d.kayit_durumu, d.gecerlilik_baslangic, d.gecerlilik_bitis)
      AND d.durum IS DISTINCT FROM 'retired' AND d.durum IS DISTINCT FROM 'proposed'
      AND (d.kapi_no IS NULL OR s.named IS NOT TRUE)
    UNION ALL
    SELECT 'unit', u.tucbs_no, u.ic_kapi_no, CASE WHEN s.id IS NULL THEN 'side' WHEN d.kapi_no IS NULL THEN 'number' ELSE 'street' END, d.geom
    FROM working.bagimsiz_bolum u
    JOIN working.numarataj d ON d.tucbs_no = u.numarataj AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
    LEFT JOIN side s ON s.id = d.yon
    WHERE registry.in_force(u.kayit_durumu, u.gecerlilik_baslangic, u.gecerlilik_bitis)
      AND (d.kapi_no IS NULL OR s.named IS NOT TRUE)
    UNION ALL
    SELECT 'unit', u.tucbs_no, u.ic_kapi_no, 'door', ST_PointOnSurface(b.geom)
    FROM working.bagimsiz_bolum u
    JOIN working.bina b ON b.tucbs_no = u.bina AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
    WHERE registry.in_force(u.kayit_durumu, u.gecerlilik_baslangic, u.gecerlilik_bitis)
      AND NOT EXISTS (SELECT FROM working.numarataj d
                      WHERE d.tucbs_no = u.numarataj AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis))
), place AS MATERIALIZED (SELECT code, geom, ST_Envelope(geom) AS box FROM registry.neighbourhood)
SELECT DISTINCT l.level, l.id, p.code AS neighbourhood, l.label, l.missing
FROM lacking l JOIN place p ON p.box && l.geom AND ST_Intersects(p.geom, l.geom);

GRANT SELECT ON registry.neighbourhood, registry.local_side, registry.local_door, registry.local, registry.every_door, registry.left_out
    TO kent_desk;

-- What a person sees of a conflict as one value: the disagreement, the registry's row and the city's object as they are now. Who decides
-- about many at once names it for each, so that nothing is decided that nobody has looked at.
CREATE FUNCTION registry.conflict_mark(c registry.conflict) RETURNS text
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
REVOKE ALL ON FUNCTION registry.conflict_mark(registry.conflict) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.conflict_mark(registry.conflict) TO kent_desk;

-- A question about one object is answered by looking at that object.
CREATE INDEX numarataj_yon ON working.numarataj (yon);
CREATE INDEX numarataj_bina ON working.numarataj (bina) WHERE bina IS NOT NULL;
CREATE INDEX bagimsiz_bolum_numarataj ON working.bagimsiz_bolum (numarataj);
CREATE INDEX yol_orta_hat_yol ON working.yol_orta_hat (yol);
CREATE INDEX yol_orta_hat_yon_orta_hat ON working.yol_orta_hat_yon (orta_hat);
