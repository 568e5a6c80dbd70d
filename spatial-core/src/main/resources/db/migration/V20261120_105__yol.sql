-- Yollar (MAKS yol; INSPIRE tn-ro Road). Generated from data/model/types/yol.yaml.
CREATE TABLE working.yol (
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
    belediye uuid,
    tek_bas integer,
    tek_son integer,
    cift_bas integer,
    cift_son integer,
    yol_kodu text,
    uavt_kod bigint,
    CONSTRAINT yol_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('yol', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'yol_kodu', 'uavt_kod');
SELECT working.keep_history('yol');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tip, belediye, tek_bas, tek_son, cift_bas, cift_son, yol_kodu, uavt_kod), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tip, belediye, tek_bas, tek_son, cift_bas, cift_son, yol_kodu, uavt_kod) ON working.yol TO kent_desk;
SELECT working.open_to_editors('yol');
COMMENT ON TABLE working.yol IS 'Yollar';
