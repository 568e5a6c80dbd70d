-- Parseller (TUCBS Tapu-Kadastro (TUCBS.TK) Parsel; TKGM MEGSİS; INSPIRE cp CadastralParcel). Generated from data/model/types/parsel.yaml.
CREATE TABLE working.parsel (
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
    tasinmaz_kimlik_no bigint,
    ada_no text,
    parsel_no text,
    parsel_turu text,
    alan double precision,
    ulusal_ref text,
    mahalle uuid,
    pafta text,
    mevkii text,
    nitelik text,
    km_durum text,
    megsis_id bigint,
    tkgm_durum text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT parsel_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX parsel_geom ON working.parsel USING gist (geom);
SELECT working.make_findable('parsel', 'kaynak_kimlik', 'maks_kimlik_no', 'tasinmaz_kimlik_no', 'ada_no', 'parsel_no', 'ulusal_ref', 'pafta', 'mevkii', 'nitelik', 'megsis_id');
SELECT working.keep_history('parsel');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tasinmaz_kimlik_no, ada_no, parsel_no, parsel_turu, alan, ulusal_ref, mahalle, pafta, mevkii, nitelik, km_durum, megsis_id, tkgm_durum, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tasinmaz_kimlik_no, ada_no, parsel_no, parsel_turu, alan, ulusal_ref, mahalle, pafta, mevkii, nitelik, km_durum, megsis_id, tkgm_durum, geom) ON working.parsel TO kent_desk;
SELECT working.open_to_editors('parsel');
COMMENT ON TABLE working.parsel IS 'Parseller';
