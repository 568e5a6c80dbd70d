-- Yol düğümleri (INSPIRE tn-ro RoadNode). Generated from data/model/types/yol_dugumu.yaml.
CREATE TABLE working.yol_dugumu (
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
    dugum_tipi text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT yol_dugumu_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX yol_dugumu_geom ON working.yol_dugumu USING gist (geom);
SELECT working.make_findable('yol_dugumu', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('yol_dugumu');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, dugum_tipi, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, dugum_tipi, geom) ON working.yol_dugumu TO kent_desk;
SELECT working.open_to_editors('yol_dugumu');
COMMENT ON TABLE working.yol_dugumu IS 'Yol düğümleri';
