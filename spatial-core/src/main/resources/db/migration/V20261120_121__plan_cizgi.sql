-- Plan çizgileri (Mekânsal Planlar Yapım Yönetmeliği EK-1). Generated from data/model/types/plan_cizgi.yaml.
CREATE TABLE working.plan_cizgi (
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
    aciklama text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT plan_cizgi_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX plan_cizgi_geom ON working.plan_cizgi USING gist (geom);
SELECT working.make_findable('plan_cizgi', 'kaynak_kimlik', 'maks_kimlik_no', 'aciklama');
SELECT working.keep_history('plan_cizgi');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, gosterim, aciklama, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, gosterim, aciklama, geom) ON working.plan_cizgi TO kent_desk;
SELECT working.open_to_editors('plan_cizgi');
COMMENT ON TABLE working.plan_cizgi IS 'Plan çizgileri';
