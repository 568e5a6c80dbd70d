-- İdari birimler (TUCBS İdari Birim (TUCBS.IB); INSPIRE au AdministrativeUnit). Generated from data/model/types/idari_birim.yaml.
CREATE TABLE working.idari_birim (
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
    duzey text,
    ad text,
    ulusal_kod text,
    belediye_tipi text,
    ust_birim uuid,
    merkez_ad text,
    merkez_geom geometry(Geometry,${srid}),
    uavt_kod text,
    tuik_kod text,
    takbis_kod text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT idari_birim_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX idari_birim_geom ON working.idari_birim USING gist (geom);
CREATE INDEX idari_birim_merkez_geom ON working.idari_birim USING gist (merkez_geom);
SELECT working.make_findable('idari_birim', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'ulusal_kod', 'merkez_ad', 'uavt_kod', 'tuik_kod', 'takbis_kod');
SELECT working.keep_history('idari_birim');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, duzey, ad, ulusal_kod, belediye_tipi, ust_birim, merkez_ad, merkez_geom, uavt_kod, tuik_kod, takbis_kod, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, duzey, ad, ulusal_kod, belediye_tipi, ust_birim, merkez_ad, merkez_geom, uavt_kod, tuik_kod, takbis_kod, geom) ON working.idari_birim TO kent_desk;
SELECT working.open_to_editors('idari_birim');
COMMENT ON TABLE working.idari_birim IS 'İdari birimler';
