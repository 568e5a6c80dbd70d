-- Yol yönleri (MAKS yolortahatyon). Generated from data/model/types/yol_orta_hat_yon.yaml.
CREATE TABLE working.yol_orta_hat_yon (
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
    taraf text,
    mahalle uuid,
    koy_baglisi uuid,
    bas_no integer,
    son_no integer,
    tanitim_kodu text,
    sayisallastirma_yonu text,
    uavt_kodu bigint,
    CONSTRAINT yol_orta_hat_yon_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('yol_orta_hat_yon', 'kaynak_kimlik', 'maks_kimlik_no', 'tanitim_kodu', 'uavt_kodu');
SELECT working.keep_history('yol_orta_hat_yon');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, orta_hat, taraf, mahalle, koy_baglisi, bas_no, son_no, tanitim_kodu, sayisallastirma_yonu, uavt_kodu), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, orta_hat, taraf, mahalle, koy_baglisi, bas_no, son_no, tanitim_kodu, sayisallastirma_yonu, uavt_kodu) ON working.yol_orta_hat_yon TO kent_desk;
SELECT working.open_to_editors('yol_orta_hat_yon');
COMMENT ON TABLE working.yol_orta_hat_yon IS 'Yol yönleri';
