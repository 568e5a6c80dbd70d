-- A question about one object is answered by looking at that object. What is the same for every door of a side of a street is worked out once
-- for the side only where all doors are compared: for one door, that would be every side of the city.

CREATE INDEX numarataj_yon ON working.numarataj (yon);
CREATE INDEX numarataj_bina ON working.numarataj (bina) WHERE bina IS NOT NULL;
CREATE INDEX bagimsiz_bolum_numarataj ON working.bagimsiz_bolum (numarataj);
CREATE INDEX yol_orta_hat_yol ON working.yol_orta_hat (yol);
CREATE INDEX yol_orta_hat_yon_orta_hat ON working.yol_orta_hat_yon (orta_hat);
CREATE INDEX link_building ON registry.link (object) WHERE ended_at IS NULL AND level = 'building';
CREATE UNIQUE INDEX outbox_number ON registry.outbox (queued_no);

CREATE VIEW registry.local_door AS
SELECT tucbs_no AS id, surum_no AS version, numarataj_kodu AS code, yon AS side, bina AS building, kapi_no AS label, tip AS kind,
       kayit_durumu IS NOT DISTINCT FROM 'taslak' AS draft
FROM working.numarataj
WHERE kapi_no IS NOT NULL AND kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis)
  AND durum IS DISTINCT FROM 'retired' AND durum IS DISTINCT FROM 'proposed';

CREATE OR REPLACE VIEW registry.local AS
SELECT 'street' AS level, registry.street_id(r.tucbs_no, s.neighbourhood) AS id, r.tucbs_no AS object, r.surum_no AS version,
       s.neighbourhood, s.code, NULL::uuid AS parent, NULL::uuid AS building, r.ad AS label, registry.name_key(r.ad) AS key,
       r.tip AS kind, NULL::text AS detail, NULL::integer AS floors, NULL::integer AS floors_below, NULL::integer AS floor,
       NULL::bigint AS street_code, s.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole,
       (s.draft OR r.kayit_durumu IS NOT DISTINCT FROM 'taslak') AS draft
FROM working.yol r
JOIN (SELECT road, neighbourhood, min(street_code) AS code, bool_and(draft) AS draft FROM registry.local_side GROUP BY road, neighbourhood) s
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
WHERE u.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)
  AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis);

-- The doors of registry.local for who compares all of them.
CREATE VIEW registry.every_door AS
SELECT d.id, d.id AS object, d.version, s.neighbourhood, d.code, s.street AS parent, d.building, d.label, d.kind, NULL::text AS detail,
       NULL::integer AS floors, NULL::integer AS floors_below, NULL::integer AS floor, s.street_code, s.read_whole, d.draft
FROM registry.local_door d
JOIN (SELECT o.id, o.neighbourhood, o.street, k.code AS street_code,
             o.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole
      FROM (SELECT id, neighbourhood, registry.street_id(road, neighbourhood) AS street FROM registry.local_side OFFSET 0) o
      LEFT JOIN registry.link k ON k.level = 'street' AND k.ended_at IS NULL AND k.local = o.street OFFSET 0) s ON s.id = d.side;
GRANT SELECT ON registry.local_door, registry.every_door TO kent_desk;
