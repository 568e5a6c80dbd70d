-- Mahalle ve köy bağlıları (MAKS köy bağlısı). Generated from data/model/types/mahalle_baglisi.yaml.
CREATE TABLE working.mahalle_baglisi (
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
    tip text,
    idari_birim uuid,
    geom geometry(Geometry,${srid}),
    CONSTRAINT mahalle_baglisi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX mahalle_baglisi_geom ON working.mahalle_baglisi USING gist (geom);
SELECT working.make_findable('mahalle_baglisi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('mahalle_baglisi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tip, idari_birim, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tip, idari_birim, geom) ON working.mahalle_baglisi TO kent_desk;
SELECT working.open_to_editors('mahalle_baglisi');
COMMENT ON TABLE working.mahalle_baglisi IS 'Mahalle ve köy bağlıları';
