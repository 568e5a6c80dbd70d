-- Akarsular (TUCBS Hidrografya (TUCBS.HI); INSPIRE hy-p Watercourse). Generated from data/model/types/akarsu.yaml.
CREATE TABLE working.akarsu (
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
    genislik_alt double precision,
    genislik_ust double precision,
    durum text,
    dusey_konum text,
    kot double precision,
    geom geometry(Geometry,${srid}),
    CONSTRAINT akarsu_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX akarsu_geom ON working.akarsu USING gist (geom);
SELECT working.make_findable('akarsu', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('akarsu');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, kalicilik, genislik_alt, genislik_ust, durum, dusey_konum, kot, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, koken, kalicilik, genislik_alt, genislik_ust, durum, dusey_konum, kot, geom) ON working.akarsu TO kent_desk;
SELECT working.open_to_editors('akarsu');
COMMENT ON TABLE working.akarsu IS 'Akarsular';
