-- Şebekeler (INSPIRE us-net-common UtilityNetwork). Generated from data/model/types/sebeke.yaml.
CREATE TABLE working.sebeke (
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
    sebeke_turu text,
    ad text,
    isletmeci text,
    yetkili_kurum text[],
    CONSTRAINT sebeke_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('sebeke', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('sebeke');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke_turu, ad, isletmeci, yetkili_kurum), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, sebeke_turu, ad, isletmeci, yetkili_kurum) ON working.sebeke TO kent_desk;
SELECT working.open_to_editors('sebeke');
COMMENT ON TABLE working.sebeke IS 'Şebekeler';
