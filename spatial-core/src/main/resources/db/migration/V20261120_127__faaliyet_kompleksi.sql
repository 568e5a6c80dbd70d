-- Kampüsler ve tesisler (INSPIRE act-core ActivityComplex). Generated from data/model/types/faaliyet_kompleksi.yaml.
CREATE TABLE working.faaliyet_kompleksi (
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
    faaliyet_turu text[],
    isletmeci text,
    bina uuid[],
    parsel uuid[],
    geom geometry(Geometry,${srid}),
    CONSTRAINT faaliyet_kompleksi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX faaliyet_kompleksi_geom ON working.faaliyet_kompleksi USING gist (geom);
SELECT working.make_findable('faaliyet_kompleksi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('faaliyet_kompleksi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, faaliyet_turu, isletmeci, bina, parsel, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, faaliyet_turu, isletmeci, bina, parsel, geom) ON working.faaliyet_kompleksi TO kent_desk;
SELECT working.open_to_editors('faaliyet_kompleksi');
COMMENT ON TABLE working.faaliyet_kompleksi IS 'Kampüsler ve tesisler';
