-- Yükseklik noktaları (TUCBS Topografya (TUCBS.TO); INSPIRE el-vec SpotElevation). Generated from data/model/types/yukselti_noktasi.yaml.
CREATE TABLE working.yukselti_noktasi (
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
    kot double precision,
    tip text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT yukselti_noktasi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX yukselti_noktasi_geom ON working.yukselti_noktasi USING gist (geom);
SELECT working.make_findable('yukselti_noktasi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('yukselti_noktasi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, kot, tip, geom) ON working.yukselti_noktasi TO kent_desk;
SELECT working.open_to_editors('yukselti_noktasi');
COMMENT ON TABLE working.yukselti_noktasi IS 'Yükseklik noktaları';
