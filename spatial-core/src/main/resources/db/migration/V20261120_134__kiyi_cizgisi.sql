-- Kıyı çizgileri (TUCBS Hidrografya (TUCBS.HI); INSPIRE hy-p LandWaterBoundary). Generated from data/model/types/kiyi_cizgisi.yaml.
CREATE TABLE working.kiyi_cizgisi (
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
    ad text,
    koken text,
    su_seviyesi text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT kiyi_cizgisi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX kiyi_cizgisi_geom ON working.kiyi_cizgisi USING gist (geom);
SELECT working.make_findable('kiyi_cizgisi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('kiyi_cizgisi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, su_seviyesi, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, su_seviyesi, geom) ON working.kiyi_cizgisi TO kent_desk;
SELECT working.open_to_editors('kiyi_cizgisi');
COMMENT ON TABLE working.kiyi_cizgisi IS 'Kıyı çizgileri';
