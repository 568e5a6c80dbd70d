-- Plan kısıtlamaları (TUCBS Arazi Kullanımı PlanKisitlamasi; INSPIRE plu SupplementaryRegulation). Generated from data/model/types/plan_kisitlama.yaml.
CREATE TABLE working.plan_kisitlama (
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
    sinirlayici_mevzuat text[],
    avrupa text,
    surec text,
    diger_plandan boolean,
    baglayicilik text,
    geom geometry(Geometry,${srid}),
    CONSTRAINT plan_kisitlama_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX plan_kisitlama_geom ON working.plan_kisitlama USING gist (geom);
SELECT working.make_findable('plan_kisitlama', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.keep_history('plan_kisitlama');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, sinirlayici_mevzuat, avrupa, surec, diger_plandan, baglayicilik, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, plan, sinirlayici_mevzuat, avrupa, surec, diger_plandan, baglayicilik, geom) ON working.plan_kisitlama TO kent_desk;
SELECT working.open_to_editors('plan_kisitlama');
COMMENT ON TABLE working.plan_kisitlama IS 'Plan kısıtlamaları';
