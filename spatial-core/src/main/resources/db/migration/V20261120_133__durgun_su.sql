-- Göl ve göletler (TUCBS Hidrografya (TUCBS.HI); INSPIRE hy-p StandingWater). Generated from data/model/types/durgun_su.yaml.
CREATE TABLE working.durgun_su (
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
    kalicilik text,
    durum text,
    kot double precision,
    ort_derinlik double precision,
    yuzey_alani double precision,
    geom geometry(Geometry,${srid}),
    CONSTRAINT durgun_su_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX durgun_su_geom ON working.durgun_su USING gist (geom);
SELECT working.make_findable('durgun_su', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('durgun_su');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, kalicilik, durum, kot, ort_derinlik, yuzey_alani, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, kalicilik, durum, kot, ort_derinlik, yuzey_alani, geom) ON working.durgun_su TO kent_desk;
SELECT working.open_to_editors('durgun_su');
COMMENT ON TABLE working.durgun_su IS 'Göl ve göletler';
