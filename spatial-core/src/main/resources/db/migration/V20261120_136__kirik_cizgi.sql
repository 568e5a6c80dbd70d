-- Kırık çizgiler (TUCBS Topografya (TUCBS.TO); INSPIRE el-vec BreakLine). Generated from data/model/types/kirik_cizgi.yaml.
CREATE TABLE working.kirik_cizgi (
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
    insan_yapisi boolean,
    geom geometry(Geometry,${srid}),
    CONSTRAINT kirik_cizgi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX kirik_cizgi_geom ON working.kirik_cizgi USING gist (geom);
SELECT working.make_findable('kirik_cizgi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('kirik_cizgi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, insan_yapisi, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, insan_yapisi, geom) ON working.kirik_cizgi TO kent_desk;
SELECT working.open_to_editors('kirik_cizgi');
COMMENT ON TABLE working.kirik_cizgi IS 'Kırık çizgiler';
