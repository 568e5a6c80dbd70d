-- İdari sınırlar (INSPIRE au AdministrativeBoundary). Generated from data/model/types/idari_sinir.yaml.
CREATE TABLE working.idari_sinir (
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
    yasal_durum text,
    teknik_durum text,
    sol_birim uuid,
    sag_birim uuid,
    duzey text[],
    geom geometry(Geometry,${srid}),
    CONSTRAINT idari_sinir_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX idari_sinir_geom ON working.idari_sinir USING gist (geom);
SELECT working.make_findable('idari_sinir', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('idari_sinir');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yasal_durum, teknik_durum, sol_birim, sag_birim, duzey, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yasal_durum, teknik_durum, sol_birim, sag_birim, duzey, geom) ON working.idari_sinir TO kent_desk;
SELECT working.open_to_editors('idari_sinir');
COMMENT ON TABLE working.idari_sinir IS 'İdari sınırlar';
