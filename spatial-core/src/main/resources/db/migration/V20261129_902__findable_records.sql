-- Records are found by the words of their texts and by how their numbers begin, without reading their whole type.

-- The words of a text, folded, each for itself; of a long text those of its beginning: what an index cannot hold must stop no import.
CREATE FUNCTION kent.words(t text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_to_tsvector(array_remove(regexp_split_to_array(kent.search_key(left(t, 500)), '[\s/·,]+'), ''));

-- Asks for words that begin like this one.
CREATE FUNCTION kent.begins(word text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('''' || replace(replace(nullif(kent.search_key(word), ''), '\', '\\'), '''', '''''') || ''':*')::tsquery;

-- Identity numbers, and what an object is called where it came from, are looked for from their beginning.
CREATE FUNCTION working.make_findable(type text, VARIADIC columns text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one text;
    is_number boolean;
BEGIN
    FOREACH one IN ARRAY columns LOOP
        is_number := one = 'kaynak_kimlik' OR (SELECT a.atttypid = 'bigint'::regtype FROM pg_attribute a
                                                WHERE a.attrelid = format('working.%I', type)::regclass AND a.attname = one);
        EXECUTE format(CASE WHEN is_number
                            THEN 'CREATE INDEX %I ON working.%I (left(%I::text, 500) text_pattern_ops) WHERE %3$I IS NOT NULL'
                            ELSE 'CREATE INDEX %I ON working.%I USING gin (kent.words(%I)) WHERE %3$I IS NOT NULL' END,
                       type || '_' || one || '_bul', type, one);
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION working.make_findable(text, text[]) FROM PUBLIC;

SELECT working.make_findable('ada', 'kaynak_kimlik', 'maks_kimlik_no', 'ada_no');
SELECT working.make_findable('agac', 'kaynak_kimlik', 'maks_kimlik_no', 'tur');
SELECT working.make_findable('akarsu', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('bagimsiz_bolum', 'kaynak_kimlik', 'maks_kimlik_no', 'ic_kapi_no', 'tapu_bb_no', 'adres_no');
SELECT working.make_findable('bina', 'kaynak_kimlik', 'maks_kimlik_no', 'bina_kimlik_no', 'adi', 'uavt_kod');
SELECT working.make_findable('bina_blok', 'kaynak_kimlik', 'maks_kimlik_no', 'blok_no', 'bina_kimlik_no', 'adi');
SELECT working.make_findable('diger_yapi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('durak', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('durgun_su', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('ek_yapi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('esyukselti', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('faaliyet_kompleksi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('idari_birim', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'ulusal_kod', 'merkez_ad', 'uavt_kod', 'tuik_kod', 'takbis_kod');
SELECT working.make_findable('idari_sinir', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('jeoteknik_etud', 'kaynak_kimlik', 'maks_kimlik_no', 'proje_adi', 'proje_no', 'tasinmaz_kimlik_no', 'parsel_no', 'ulusal_ref', 'aciklama');
SELECT working.make_findable('kamu_hizmeti', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'iletisim_adres', 'iletisim_telefon', 'iletisim_faks', 'iletisim_eposta', 'iletisim_calisma_saatleri', 'iletisim_iletisim_talimatlari', 'sorumluluk_yazim', 'sorumluluk_yer_adi');
SELECT working.make_findable('karayolu_hizmet_alani', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('kirik_cizgi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('kiyi_cizgisi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('mahalle_baglisi', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('mekansal_plan', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'pin', 'kimlik_no', 'yonetmelik_atfi', 'altlik_referans', 'ilgili_kanun_yonetmelik_atfi', 'dokuman_resmi_sayisi', 'resmi_gazete_bilgisi_isbn', 'resmi_gazete_bilgisi_issn', 'resmi_gazete_kimligi', 'yonetmelik_metni');
SELECT working.make_findable('mevcut_arazi_kullanimi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('nobet_cizelgesi', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('numarataj', 'kaynak_kimlik', 'maks_kimlik_no', 'kapi_no', 'bina_kodu', 'bina_adi', 'numarataj_kodu');
SELECT working.make_findable('park_bahce', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('parsel', 'kaynak_kimlik', 'maks_kimlik_no', 'tasinmaz_kimlik_no', 'ada_no', 'parsel_no', 'ulusal_ref', 'pafta', 'mevkii', 'nitelik', 'megsis_id');
SELECT working.make_findable('plan_cizgi', 'kaynak_kimlik', 'maks_kimlik_no', 'aciklama');
SELECT working.make_findable('plan_kisitlama', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('plan_kullanim_alani', 'kaynak_kimlik', 'maks_kimlik_no', 'altlik_referans');
SELECT working.make_findable('plan_nokta', 'kaynak_kimlik', 'maks_kimlik_no', 'aciklama');
SELECT working.make_findable('resmi_belge', 'kaynak_kimlik', 'maks_kimlik_no', 'baslik', 'kisa_ad', 'rg_no', 'metin');
SELECT working.make_findable('sebeke', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('sebeke_dugumu', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('sebeke_hatti', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('yol', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'yol_kodu', 'uavt_kod');
SELECT working.make_findable('yol_alani', 'kaynak_kimlik', 'maks_kimlik_no', 'ad');
SELECT working.make_findable('yol_dugumu', 'kaynak_kimlik', 'maks_kimlik_no');
SELECT working.make_findable('yol_kisitlama', 'kaynak_kimlik', 'maks_kimlik_no', 'birim');
SELECT working.make_findable('yol_orta_hat', 'kaynak_kimlik', 'maks_kimlik_no', 'ad', 'kontrol_kesim_no', 'tanim');
SELECT working.make_findable('yol_orta_hat_yon', 'kaynak_kimlik', 'maks_kimlik_no', 'tanitim_kodu', 'uavt_kodu');
SELECT working.make_findable('yukselti_noktasi', 'kaynak_kimlik', 'maks_kimlik_no');
