-- Bugünkü arazi kullanımı (INSPIRE elu ExistingLandUseObject; Kentsel Arazi Durum Atlası). Generated from data/model/types/mevcut_arazi_kullanimi.yaml.
CREATE TABLE working.mevcut_arazi_kullanimi (
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
    arazi text,
    hilucs text[],
    hilucs_durum text,
    gozlem_tarihi date,
    alan double precision,
    geom geometry(Geometry,${srid}),
    CONSTRAINT mevcut_arazi_kullanimi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX mevcut_arazi_kullanimi_geom ON working.mevcut_arazi_kullanimi USING gist (geom);
SELECT working.make_findable('mevcut_arazi_kullanimi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('mevcut_arazi_kullanimi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, arazi, hilucs, hilucs_durum, gozlem_tarihi, alan, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, arazi, hilucs, hilucs_durum, gozlem_tarihi, alan, geom) ON working.mevcut_arazi_kullanimi TO kent_desk;
SELECT working.open_to_editors('mevcut_arazi_kullanimi');
COMMENT ON TABLE working.mevcut_arazi_kullanimi IS 'Bugünkü arazi kullanımı';
