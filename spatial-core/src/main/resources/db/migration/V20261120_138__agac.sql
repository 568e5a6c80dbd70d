-- Ağaçlar (Kentatlas). Generated from data/model/types/agac.yaml.
CREATE TABLE working.agac (
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
    tur text,
    cap double precision,
    boy double precision,
    saglik text,
    park uuid,
    geom geometry(Geometry,${srid}),
    CONSTRAINT agac_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX agac_geom ON working.agac USING gist (geom);
SELECT working.make_findable('agac', 'kaynak_kimlik', 'maks_kimlik_no', 'tur');
SELECT working.keep_history('agac');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tur, cap, boy, saglik, park, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tur, cap, boy, saglik, park, geom) ON working.agac TO kent_desk;
SELECT working.open_to_editors('agac');
COMMENT ON TABLE working.agac IS 'Ağaçlar';
