-- Kapı numaraları (TUCBS Adres (TUCBS.AD) Numarataj; INSPIRE ad Address). Generated from data/model/types/numarataj.yaml.
CREATE TABLE working.numarataj (
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
    tip text,
    kapi_no text,
    bina_kodu text,
    bina_adi text,
    numarataj_kodu bigint,
    konumlayici text,
    yetkili_idare text,
    konum_belirtimi text,
    konum_yontemi text,
    varsayilan boolean,
    yon uuid,
    bina uuid,
    diger_yapi uuid,
    parsel uuid,
    ust_numarataj uuid,
    durum text,
    aci double precision,
    geom geometry(Geometry,${srid}),
    CONSTRAINT numarataj_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX numarataj_geom ON working.numarataj USING gist (geom);
SELECT working.make_findable('numarataj', 'kaynak_kimlik', 'maks_kimlik_no', 'kapi_no', 'bina_kodu', 'bina_adi', 'numarataj_kodu');
SELECT working.keep_history('numarataj');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, kapi_no, bina_kodu, bina_adi, numarataj_kodu, konumlayici, yetkili_idare, konum_belirtimi, konum_yontemi, varsayilan, yon, bina, diger_yapi, parsel, ust_numarataj, durum, aci, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, kapi_no, bina_kodu, bina_adi, numarataj_kodu, konumlayici, yetkili_idare, konum_belirtimi, konum_yontemi, varsayilan, yon, bina, diger_yapi, parsel, ust_numarataj, durum, aci, geom) ON working.numarataj TO kent_desk;
SELECT working.open_to_editors('numarataj');
COMMENT ON TABLE working.numarataj IS 'Kapı numaraları';
