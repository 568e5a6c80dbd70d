-- Bina kullanımları (TUCBS Bina (TUCBS.BI); INSPIRE bu-core2d CurrentUse). Generated from data/model/types/bina_kullanimi.yaml.
CREATE TABLE working.bina_kullanimi (
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
    kullanim text,
    yuzde double precision,
    CONSTRAINT bina_kullanimi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('bina_kullanimi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('bina_kullanimi');
SELECT working.guard_records('bina_kullanimi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, kullanim, yuzde), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, bina, kullanim, yuzde) ON working.bina_kullanimi TO kent_desk;
SELECT working.open_to_editors('bina_kullanimi');
COMMENT ON TABLE working.bina_kullanimi IS 'Bina kullanımları';
