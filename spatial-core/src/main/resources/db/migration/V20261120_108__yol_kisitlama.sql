-- Yol kısıtlamaları (INSPIRE tn-ro RestrictionForVehicles). Generated from data/model/types/yol_kisitlama.yaml.
CREATE TABLE working.yol_kisitlama (
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
    orta_hat uuid,
    kisit_tipi text,
    deger double precision,
    birim text,
    arac text,
    yon text,
    CONSTRAINT yol_kisitlama_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('yol_kisitlama', 'kaynak_kimlik', 'maks_kimlik_no', 'birim');
SELECT working.keep_history('yol_kisitlama');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, orta_hat, kisit_tipi, deger, birim, arac, yon), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, orta_hat, kisit_tipi, deger, birim, arac, yon) ON working.yol_kisitlama TO kent_desk;
SELECT working.open_to_editors('yol_kisitlama');
COMMENT ON TABLE working.yol_kisitlama IS 'Yol kısıtlamaları';
