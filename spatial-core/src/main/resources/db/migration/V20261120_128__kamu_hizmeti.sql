-- Kamu hizmetleri ve önemli yerler (TUCBS Kamu Hizmetleri; INSPIRE us-govserv GovernmentalService). Generated from data/model/types/kamu_hizmeti.yaml.
CREATE TABLE working.kamu_hizmeti (
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
    alt_tip text,
    ad text,
    adres uuid,
    bina uuid,
    dugum uuid,
    faaliyet uuid,
    iletisim_adres text,
    iletisim_telefon text,
    iletisim_faks text,
    iletisim_eposta text,
    iletisim_web_adresi text,
    iletisim_calisma_saatleri text,
    iletisim_iletisim_talimatlari text,
    sorumluluk_ag uuid,
    sorumluluk_birim uuid,
    sorumluluk_poligon geometry(Geometry,${srid}),
    sorumluluk_yazim text,
    sorumluluk_yer_adi text,
    sorumluluk_ag_eleman uuid,
    geom geometry(Geometry,${srid}),
    CONSTRAINT kamu_hizmeti_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX kamu_hizmeti_geom ON working.kamu_hizmeti USING gist (geom);
CREATE INDEX kamu_hizmeti_sorumluluk_poligon ON working.kamu_hizmeti USING gist (sorumluluk_poligon);
SELECT working.make_findable('kamu_hizmeti', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'iletisim_adres', 'iletisim_telefon', 'iletisim_faks', 'iletisim_eposta', 'iletisim_calisma_saatleri', 'iletisim_iletisim_talimatlari', 'sorumluluk_yazim', 'sorumluluk_yer_adi');
SELECT working.keep_history('kamu_hizmeti');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, alt_tip, ad, adres, bina, dugum, faaliyet, iletisim_adres, iletisim_telefon, iletisim_faks, iletisim_eposta, iletisim_web_adresi, iletisim_calisma_saatleri, iletisim_iletisim_talimatlari, sorumluluk_ag, sorumluluk_birim, sorumluluk_poligon, sorumluluk_yazim, sorumluluk_yer_adi, sorumluluk_ag_eleman, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, tip, alt_tip, ad, adres, bina, dugum, faaliyet, iletisim_adres, iletisim_telefon, iletisim_faks, iletisim_eposta, iletisim_web_adresi, iletisim_calisma_saatleri, iletisim_iletisim_talimatlari, sorumluluk_ag, sorumluluk_birim, sorumluluk_poligon, sorumluluk_yazim, sorumluluk_yer_adi, sorumluluk_ag_eleman, geom) ON working.kamu_hizmeti TO kent_desk;
SELECT working.open_to_editors('kamu_hizmeti');
COMMENT ON TABLE working.kamu_hizmeti IS 'Kamu hizmetleri ve önemli yerler';
