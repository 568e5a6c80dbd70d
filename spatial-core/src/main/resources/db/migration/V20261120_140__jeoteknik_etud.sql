-- Zemin etütleri (TUCBS Jeoloji JeoteknikEtud). Generated from data/model/types/jeoteknik_etud.yaml.
CREATE TABLE working.jeoteknik_etud (
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
    kayit_tarihi date,
    proje_adi text,
    proje_no text,
    tip text,
    yapan text,
    onaylayan text,
    basvuru date,
    baslangic date,
    bitis date,
    alan double precision,
    parsel uuid,
    tasinmaz_kimlik_no bigint,
    parsel_no text,
    parsel_turu text,
    ulusal_ref text,
    parsel_alani double precision,
    parsel_geom geometry(Geometry,${srid}),
    aciklama text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT jeoteknik_etud_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX jeoteknik_etud_geom ON working.jeoteknik_etud USING gist (geom);
CREATE INDEX jeoteknik_etud_parsel_geom ON working.jeoteknik_etud USING gist (parsel_geom);
SELECT working.make_findable('jeoteknik_etud', 'kaynak_kimlik', 'maks_kimlik_no', 'proje_adi', 'proje_no', 'tasinmaz_kimlik_no', 'parsel_no', 'ulusal_ref', 'aciklama');
SELECT working.keep_history('jeoteknik_etud');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kayit_tarihi, proje_adi, proje_no, tip, yapan, onaylayan, basvuru, baslangic, bitis, alan, parsel, tasinmaz_kimlik_no, parsel_no, parsel_turu, ulusal_ref, parsel_alani, parsel_geom, aciklama, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kayit_tarihi, proje_adi, proje_no, tip, yapan, onaylayan, basvuru, baslangic, bitis, alan, parsel, tasinmaz_kimlik_no, parsel_no, parsel_turu, ulusal_ref, parsel_alani, parsel_geom, aciklama, geom) ON working.jeoteknik_etud TO kent_desk;
SELECT working.open_to_editors('jeoteknik_etud');
COMMENT ON TABLE working.jeoteknik_etud IS 'Zemin etütleri';
