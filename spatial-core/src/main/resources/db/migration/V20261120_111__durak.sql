-- Duraklar (TUCBS Ulaşım (TUCBS.UL) Durak). Generated from data/model/types/durak.yaml.
CREATE TABLE working.durak (
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
    ag_elemani uuid,
    envanter_turu text,
    sorumlu_kurum text,
    ad text,
    hat text[],
    geom geometry(Geometry,${srid}),
    CONSTRAINT durak_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX durak_geom ON working.durak USING gist (geom);
SELECT working.make_findable('durak', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('durak');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ag_elemani, envanter_turu, sorumlu_kurum, ad, hat, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ag_elemani, envanter_turu, sorumlu_kurum, ad, hat, geom) ON working.durak TO kent_desk;
SELECT working.open_to_editors('durak');
COMMENT ON TABLE working.durak IS 'Duraklar';
