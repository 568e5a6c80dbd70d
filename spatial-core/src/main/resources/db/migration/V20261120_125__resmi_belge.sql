-- Resmî belgeler (INSPIRE plu OfficialDocumentation). Generated from data/model/types/resmi_belge.yaml.
CREATE TABLE working.resmi_belge (
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
    baslik text,
    kisa_ad text,
    tarih date,
    url text,
    rg_no text,
    rg_tarihi date,
    belge_turu text,
    metin text,
    CONSTRAINT resmi_belge_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('resmi_belge', 'kaynak_kimlik', 'maks_kimlik_no', 'baslik', 'kisa_ad', 'rg_no', 'metin');
SELECT working.keep_history('resmi_belge');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, baslik, kisa_ad, tarih, url, rg_no, rg_tarihi, belge_turu, metin), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, baslik, kisa_ad, tarih, url, rg_no, rg_tarihi, belge_turu, metin) ON working.resmi_belge TO kent_desk;
SELECT working.open_to_editors('resmi_belge');
COMMENT ON TABLE working.resmi_belge IS 'Resmî belgeler';
