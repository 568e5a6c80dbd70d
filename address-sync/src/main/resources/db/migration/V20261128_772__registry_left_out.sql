-- What the city has and no comparison can look at, because something is missing that the registry knows it by: a door's number, the side of
-- a road in a neighbourhood with a national code, a unit's door. It counts in the neighbourhood it lies in.

CREATE FUNCTION registry.in_force(state text, since timestamptz, until timestamptz) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN state IS DISTINCT FROM 'arsiv' AND state IS DISTINCT FROM 'taslak' AND registry.valid_now(since, until);

-- First the few that lack something, then where they lie.
CREATE VIEW registry.left_out AS
WITH lacking AS MATERIALIZED (
    SELECT 'street' AS level, r.tucbs_no AS id, r.ad AS label, 'side' AS missing, h.geom
    FROM working.yol r
    JOIN working.yol_orta_hat h ON h.yol = r.tucbs_no AND registry.in_force(h.kayit_durumu, h.gecerlilik_baslangic, h.gecerlilik_bitis)
    WHERE r.ad IS NOT NULL AND registry.in_force(r.kayit_durumu, r.gecerlilik_baslangic, r.gecerlilik_bitis)
      AND NOT EXISTS (SELECT FROM registry.local_side s WHERE s.road = r.tucbs_no)
    UNION ALL
    SELECT 'door', d.tucbs_no, d.kapi_no, CASE WHEN d.kapi_no IS NULL THEN 'number' ELSE 'side' END, d.geom
    FROM working.numarataj d
    WHERE registry.in_force(d.kayit_durumu, d.gecerlilik_baslangic, d.gecerlilik_bitis)
      AND d.durum IS DISTINCT FROM 'retired' AND d.durum IS DISTINCT FROM 'proposed'
      AND (d.kapi_no IS NULL OR NOT EXISTS (SELECT FROM registry.local_side s WHERE s.id = d.yon))
    UNION ALL
    SELECT 'unit', u.tucbs_no, u.ic_kapi_no, 'side', d.geom
    FROM working.bagimsiz_bolum u
    JOIN working.numarataj d ON d.tucbs_no = u.numarataj AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
    WHERE registry.in_force(u.kayit_durumu, u.gecerlilik_baslangic, u.gecerlilik_bitis)
      AND NOT EXISTS (SELECT FROM registry.local_side s WHERE s.id = d.yon)
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
GRANT SELECT ON registry.left_out TO kent_desk;

ALTER TABLE registry.rate ADD COLUMN ours_left_out bigint NOT NULL DEFAULT 0;
