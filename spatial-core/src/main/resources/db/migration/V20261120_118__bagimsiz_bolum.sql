-- Bağımsız bölümler (MAKS bagimsizbolum; TUCBS Bina (TUCBS.BI) BinaBagimsizBolum; INSPIRE bu-ext BuildingUnit). Generated from data/model/types/bagimsiz_bolum.yaml.
CREATE TABLE working.bagimsiz_bolum (
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
    blok uuid,
    numarataj uuid,
    ic_kapi_no text,
    kat_no integer,
    kullanim_turu text,
    kullanim_alt_turu text,
    tapu_bb_no text,
    tip text,
    durum text,
    adres_no bigint,
    alan double precision,
    ana_bb uuid,
    CONSTRAINT bagimsiz_bolum_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('bagimsiz_bolum', 'kaynak_kimlik', 'maks_kimlik_no', 'ic_kapi_no', 'tapu_bb_no', 'adres_no');
SELECT working.keep_history('bagimsiz_bolum');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, blok, numarataj, ic_kapi_no, kat_no, kullanim_turu, kullanim_alt_turu, tapu_bb_no, tip, durum, adres_no, alan, ana_bb), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, blok, numarataj, ic_kapi_no, kat_no, kullanim_turu, kullanim_alt_turu, tapu_bb_no, tip, durum, adres_no, alan, ana_bb) ON working.bagimsiz_bolum TO kent_desk;
SELECT working.open_to_editors('bagimsiz_bolum');
COMMENT ON TABLE working.bagimsiz_bolum IS 'Bağımsız bölümler';
