-- Diğer yapılar (TUCBS Bina (TUCBS.BI) DigerYapi; INSPIRE bu-ext OtherConstruction). Generated from data/model/types/diger_yapi.yaml.
CREATE TABLE working.diger_yapi (
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
    tip text,
    ad text,
    durum text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT diger_yapi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX diger_yapi_geom ON working.diger_yapi USING gist (geom);
SELECT working.make_findable('diger_yapi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('diger_yapi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, ad, durum, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, ad, durum, geom) ON working.diger_yapi TO kent_desk;
SELECT working.open_to_editors('diger_yapi');
COMMENT ON TABLE working.diger_yapi IS 'Diğer yapılar';
