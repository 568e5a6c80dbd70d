-- Yol alanları (INSPIRE tn-ro RoadArea). Generated from data/model/types/yol_alani.yaml.
CREATE TABLE working.yol_alani (
    row_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_set bigint NOT NULL DEFAULT working.current_change_set(),
    tucbs_no uuid NOT NULL,
    surum_no integer NOT NULL DEFAULT 1,
    surum_baslangic timestamptz NOT NULL DEFAULT now(),
    gecerlilik_baslangic timestamptz,
    gecerlilik_bitis timestamptz,
    kayit_durumu text DEFAULT 'aktif',
    kaynak text,
    kaynak_kimlik text,
    uretim_olcegi integer,
    yatay_dogruluk double precision,
    maks_kimlik_no bigint,
    olusturan text DEFAULT coalesce(nullif(current_setting('kent.actor', true), ''), session_user::text),
    olusturma_tarihi timestamptz DEFAULT now(),
    degistiren text,
    islem_gerekcesi text,
    yol uuid,
    ad text,
    kaplama text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT yol_alani_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX yol_alani_geom ON working.yol_alani USING gist (geom);
SELECT working.make_findable('yol_alani', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('yol_alani');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yol, ad, kaplama, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yol, ad, kaplama, geom) ON working.yol_alani TO kent_desk;
SELECT working.open_to_editors('yol_alani');
COMMENT ON TABLE working.yol_alani IS 'Yol alanları';
