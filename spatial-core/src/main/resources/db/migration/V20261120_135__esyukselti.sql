-- Eşyükselti eğrileri (TUCBS Topografya (TUCBS.TO); INSPIRE el-vec ContourLine). Generated from data/model/types/esyukselti.yaml.
CREATE TABLE working.esyukselti (
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
    kot double precision,
    tip text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT esyukselti_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX esyukselti_geom ON working.esyukselti USING gist (geom);
SELECT working.make_findable('esyukselti', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('esyukselti');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, geom) ON working.esyukselti TO kent_desk;
SELECT working.open_to_editors('esyukselti');
COMMENT ON TABLE working.esyukselti IS 'Eşyükselti eğrileri';
