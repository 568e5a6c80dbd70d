-- A door whose road has no name, or is in force no more, has no street the registry could know it by, and its units have no door: they are
-- left out with what they lack instead of waiting for that street for ever. A street is another one, too, when its centre lines or their
-- sides are.

CREATE OR REPLACE VIEW registry.local_side AS
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

CREATE OR REPLACE VIEW registry.local AS
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

CREATE OR REPLACE VIEW registry.every_door AS
SELECT d.id, d.id AS object, d.version, s.neighbourhood, d.code, s.street AS parent, d.building, d.label, d.kind, NULL::text AS detail,
       NULL::integer AS floors, NULL::integer AS floors_below, NULL::integer AS floor, s.street_code, s.read_whole, d.draft
FROM registry.local_door d
JOIN (SELECT o.id, o.neighbourhood, o.street, k.code AS street_code,
             o.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole
      FROM (SELECT id, neighbourhood, registry.street_id(road, neighbourhood) AS street FROM registry.local_side WHERE named OFFSET 0) o
      LEFT JOIN registry.link k ON k.level = 'street' AND k.ended_at IS NULL AND k.local = o.street OFFSET 0) s ON s.id = d.side;

-- A road without a name is nothing the registry should know, unless doors stand on it.
CREATE OR REPLACE VIEW registry.left_out AS
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
