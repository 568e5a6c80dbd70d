-- Binalar (TUCBS Bina (TUCBS.BI); INSPIRE bu-core2d Building). Generated from data/model/types/bina.yaml.
CREATE TABLE working.bina (
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
    olusturan text DEFAULT session_user,
    olusturma_tarihi timestamptz DEFAULT now(),
    degistiren text,
    islem_gerekcesi text,
    bina_kimlik_no bigint,
    adi text,
    yapi_durum text,
    kat_ustu integer,
    konut_sayisi integer,
    geom geometry(Geometry,${srid}),
    CONSTRAINT bina_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX bina_geom ON working.bina USING gist (geom);
SELECT working.keep_history('bina');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina_kimlik_no, adi, yapi_durum, kat_ustu, konut_sayisi, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina_kimlik_no, adi, yapi_durum, kat_ustu, konut_sayisi, geom) ON working.bina TO kent_desk;
COMMENT ON TABLE working.bina IS 'Binalar';
