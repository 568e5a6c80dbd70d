-- Adalar (TUCBS Tapu-Kadastro (TUCBS.TK) Ada; INSPIRE cp CadastralZoning). Generated from data/model/types/ada.yaml.
CREATE TABLE working.ada (
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
    ada_no text,
    mahalle uuid,
    geom geometry(Geometry,${srid}),
    CONSTRAINT ada_one_row_per_period EXCLUDE USING gist
        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
);
CREATE INDEX ada_geom ON working.ada USING gist (geom);
SELECT working.make_findable('ada', 'kaynak_kimlik', 'maks_kimlik_no', 'ada_no');
SELECT working.keep_history('ada');
GRANT INSERT (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ada_no, mahalle, geom), UPDATE (tucbs_no, gecerlilik_baslangic, gecerlilik_bitis, kayit_durumu, kaynak, kaynak_kimlik, uretim_olcegi, yatay_dogruluk, maks_kimlik_no, islem_gerekcesi, ada_no, mahalle, geom) ON working.ada TO kent_desk;
SELECT working.open_to_editors('ada');
COMMENT ON TABLE working.ada IS 'Adalar';
