-- Yol orta hatları (TUCBS Ulaşım (TUCBS.UL) KarayoluHatti; INSPIRE tn-ro RoadLink). Generated from data/model/types/yol_orta_hat.yaml.
CREATE TABLE working.yol_orta_hat (
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
    yol uuid,
    sanal_mi boolean,
    ad text,
    kontrol_kesim_no text,
    tahsisli_serit text,
    tanim text,
    bas_dugum uuid,
    son_dugum uuid,
    islevsel_sinif text,
    yol_bicimi text,
    kaplama text,
    kaplama_kategorisi text,
    genislik double precision,
    olculen_kisim text,
    serit_sayisi integer,
    serit_min_max text,
    hiz_siniri integer,
    hiz_kaynagi text,
    akis_yonu text,
    dusey_konum text,
    durum text,
    erisim text,
    sahip_kurum text,
    bakim_kurumu text,
    olusum_yontemi text,
    olcek integer,
    geom geometry(Geometry,${srid}),
    CONSTRAINT yol_orta_hat_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX yol_orta_hat_geom ON working.yol_orta_hat USING gist (geom);
SELECT working.make_findable('yol_orta_hat', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'kontrol_kesim_no', 'tanim');
SELECT working.keep_history('yol_orta_hat');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yol, sanal_mi, ad, kontrol_kesim_no, tahsisli_serit, tanim, bas_dugum, son_dugum, islevsel_sinif, yol_bicimi, kaplama, kaplama_kategorisi, genislik, olculen_kisim, serit_sayisi, serit_min_max, hiz_siniri, hiz_kaynagi, akis_yonu, dusey_konum, durum, erisim, sahip_kurum, bakim_kurumu, olusum_yontemi, olcek, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, yol, sanal_mi, ad, kontrol_kesim_no, tahsisli_serit, tanim, bas_dugum, son_dugum, islevsel_sinif, yol_bicimi, kaplama, kaplama_kategorisi, genislik, olculen_kisim, serit_sayisi, serit_min_max, hiz_siniri, hiz_kaynagi, akis_yonu, dusey_konum, durum, erisim, sahip_kurum, bakim_kurumu, olusum_yontemi, olcek, geom) ON working.yol_orta_hat TO kent_desk;
SELECT working.open_to_editors('yol_orta_hat');
COMMENT ON TABLE working.yol_orta_hat IS 'Yol orta hatları';
