-- Plan kullanım kararları (TUCBS Arazi Kullanımı PlanKarari; INSPIRE plu ZoningElement). Generated from data/model/types/plan_kullanim_alani.yaml.
CREATE TABLE working.plan_kullanim_alani (
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
    plan uuid,
    gosterim text,
    durum text,
    hilucs text,
    hilucs_durum text,
    baglayicilik text,
    surec text,
    altlik_referans text,
    altlik_tarihi date,
    altlik_uri text,
    taks double precision,
    kaks double precision,
    kat integer,
    yencok double precision,
    on_bahce double precision,
    yan_bahce double precision,
    nizam text,
    gosterge_referansi text[],
    gosterge_degeri text[],
    geom geometry(Geometry,${srid}),
    CONSTRAINT plan_kullanim_alani_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX plan_kullanim_alani_geom ON working.plan_kullanim_alani USING gist (geom);
SELECT working.make_findable('plan_kullanim_alani', 'kaynak_kimlik', 'maks_kimlik_no', 'altlik_referans');
SELECT working.keep_history('plan_kullanim_alani');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, gosterim, durum, hilucs, hilucs_durum, baglayicilik, surec, altlik_referans, altlik_tarihi, altlik_uri, taks, kaks, kat, yencok, on_bahce, yan_bahce, nizam, gosterge_referansi, gosterge_degeri, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, gosterim, durum, hilucs, hilucs_durum, baglayicilik, surec, altlik_referans, altlik_tarihi, altlik_uri, taks, kaks, kat, yencok, on_bahce, yan_bahce, nizam, gosterge_referansi, gosterge_degeri, geom) ON working.plan_kullanim_alani TO kent_desk;
SELECT working.open_to_editors('plan_kullanim_alani');
COMMENT ON TABLE working.plan_kullanim_alani IS 'Plan kullanım kararları';
