-- Parklar ve yeşil alanlar (Kentatlas). Generated from data/model/types/park_bahce.yaml.
CREATE TABLE working.park_bahce (
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
    tur text,
    alan double precision,
    yuzey text,
    donati integer,
    bakim_kurumu text,
    sulama boolean,
    plan_karari uuid,
    geom geometry(Geometry,${srid}),
    CONSTRAINT park_bahce_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX park_bahce_geom ON working.park_bahce USING gist (geom);
SELECT working.make_findable('park_bahce', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.keep_history('park_bahce');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tur, alan, yuzey, donati, bakim_kurumu, sulama, plan_karari, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ad, tur, alan, yuzey, donati, bakim_kurumu, sulama, plan_karari, geom) ON working.park_bahce TO kent_desk;
SELECT working.open_to_editors('park_bahce');
COMMENT ON TABLE working.park_bahce IS 'Parklar ve yeşil alanlar';
