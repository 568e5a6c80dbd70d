-- A draft is what a release leaves out: the registry is not told of it. It stays in what is compared, marked, so that a draft that is
-- linked is not taken for ended here, and so that a row of the registry finds the draft it belongs to. Of two neighbourhoods with one
-- code the active one counts. A side is a draft with its centre line, a street with its road or with all of its sides.

CREATE OR REPLACE VIEW registry.neighbourhood AS
SELECT DISTINCT ON (uavt_kod::bigint) tucbs_no AS id, uavt_kod::bigint AS code, ad AS name, geom
FROM working.idari_birim
WHERE duzey = 'mahalle' AND uavt_kod ~ '^[0-9]{1,18}$' AND kayit_durumu IS DISTINCT FROM 'arsiv'
  AND registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis)
ORDER BY uavt_kod::bigint, kayit_durumu IS NOT DISTINCT FROM 'taslak', surum_baslangic DESC;

CREATE OR REPLACE VIEW registry.local_side AS
SELECT s.tucbs_no AS id, h.yol AS road, h.tucbs_no AS centre_line, m.code AS neighbourhood, s.taraf AS side,
       s.tanitim_kodu AS fixed_code, s.uavt_kodu AS street_code,
       coalesce('taslak' IN (s.kayit_durumu, h.kayit_durumu), false) AS draft
FROM working.yol_orta_hat_yon s
JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat
JOIN registry.neighbourhood m ON m.id = s.mahalle
WHERE s.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(s.gecerlilik_baslangic, s.gecerlilik_bitis)
  AND h.kayit_durumu IS DISTINCT FROM 'arsiv' AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis);

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
SELECT 'door', d.tucbs_no, d.tucbs_no, d.surum_no, s.neighbourhood, d.numarataj_kodu, s.street, d.bina, d.kapi_no,
       registry.number_key(d.kapi_no), d.tip, NULL, NULL, NULL, NULL, s.street_code, s.read_whole,
       d.kayit_durumu IS NOT DISTINCT FROM 'taslak'
FROM working.numarataj d
JOIN (SELECT o.id, o.neighbourhood, o.street, k.code AS street_code,
             o.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL) AS read_whole
      FROM (SELECT id, neighbourhood, registry.street_id(road, neighbourhood) AS street FROM registry.local_side OFFSET 0) o
      LEFT JOIN registry.link k ON k.level = 'street' AND k.ended_at IS NULL AND k.local = o.street OFFSET 0) s ON s.id = d.yon
WHERE d.kapi_no IS NOT NULL AND d.kayit_durumu IS DISTINCT FROM 'arsiv'
  AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
  AND d.durum IS DISTINCT FROM 'retired' AND d.durum IS DISTINCT FROM 'proposed'
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
