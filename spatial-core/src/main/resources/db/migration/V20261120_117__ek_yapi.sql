-- Ek yapılar (TUCBS Bina (TUCBS.BI) EkYapi; INSPIRE bu-ext Installation). Generated from data/model/types/ek_yapi.yaml.
CREATE TABLE working.ek_yapi (
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
    bina uuid,
    tip text,
    ad text,
    durum text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT ek_yapi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX ek_yapi_geom ON working.ek_yapi USING gist (geom);
SELECT working.make_findable('ek_yapi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('ek_yapi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, tip, ad, durum, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, tip, ad, durum, geom) ON working.ek_yapi TO kent_desk;
SELECT working.open_to_editors('ek_yapi');
COMMENT ON TABLE working.ek_yapi IS 'Ek yapılar';
