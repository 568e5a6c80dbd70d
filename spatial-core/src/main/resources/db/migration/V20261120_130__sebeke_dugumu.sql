-- Şebeke düğümleri (INSPIRE us-net Manhole, Cabinet, Pole, Tower, Appurtenance). Generated from data/model/types/sebeke_dugumu.yaml.
CREATE TABLE working.sebeke_dugumu (
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
    tip text,
    alt_tip text,
    kapak_kot double precision,
    taban_kot double precision,
    kap_cap double precision,
    isletmeci text,
    durum text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT sebeke_dugumu_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX sebeke_dugumu_geom ON working.sebeke_dugumu USING gist (geom);
SELECT working.make_findable('sebeke_dugumu', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('sebeke_dugumu');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke, tip, alt_tip, kapak_kot, taban_kot, kap_cap, isletmeci, durum, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke, tip, alt_tip, kapak_kot, taban_kot, kap_cap, isletmeci, durum, geom) ON working.sebeke_dugumu TO kent_desk;
SELECT working.open_to_editors('sebeke_dugumu');
COMMENT ON TABLE working.sebeke_dugumu IS 'Şebeke düğümleri';
