-- Şebeke hatları (INSPIRE us-net Pipe, Cable, Duct). Generated from data/model/types/sebeke_hatti.yaml.
CREATE TABLE working.sebeke_hatti (
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
    sebeke uuid,
    alt_tur text,
    cap_mm double precision,
    malzeme text,
    basinc double precision,
    gerilim double precision,
    egim double precision,
    akar_kot_bas double precision,
    akar_kot_son double precision,
    durum text,
    dusey_konum text,
    iletim_turu text,
    uyari_turu text,
    isletmeci text,
    bas_dugum uuid,
    son_dugum uuid,
    derinlik double precision,
    geom geometry(Geometry,${srid}),
    CONSTRAINT sebeke_hatti_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX sebeke_hatti_geom ON working.sebeke_hatti USING gist (geom);
SELECT working.make_findable('sebeke_hatti', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('sebeke_hatti');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke, alt_tur, cap_mm, malzeme, basinc, gerilim, egim, akar_kot_bas, akar_kot_son, durum, dusey_konum, iletim_turu, uyari_turu, isletmeci, bas_dugum, son_dugum, derinlik, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke, alt_tur, cap_mm, malzeme, basinc, gerilim, egim, akar_kot_bas, akar_kot_son, durum, dusey_konum, iletim_turu, uyari_turu, isletmeci, bas_dugum, son_dugum, derinlik, geom) ON working.sebeke_hatti TO kent_desk;
SELECT working.open_to_editors('sebeke_hatti');
COMMENT ON TABLE working.sebeke_hatti IS 'Şebeke hatları';
