-- Nöbetçi eczaneler (Kentatlas). Generated from data/model/types/nobet_cizelgesi.yaml.
CREATE TABLE working.nobet_cizelgesi (
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
    eczane uuid,
    baslangic timestamptz,
    bitis timestamptz,
    CONSTRAINT nobet_cizelgesi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
SELECT working.make_findable('nobet_cizelgesi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('nobet_cizelgesi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, eczane, baslangic, bitis), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, eczane, baslangic, bitis) ON working.nobet_cizelgesi TO kent_desk;
SELECT working.open_to_editors('nobet_cizelgesi');
COMMENT ON TABLE working.nobet_cizelgesi IS 'Nöbetçi eczaneler';
