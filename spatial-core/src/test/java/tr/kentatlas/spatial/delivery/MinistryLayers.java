package tr.kentatlas.spatial.delivery;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.Records;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;

/** The ministry's layers as its documents list them, typed without looking at the profile. */
final class MinistryLayers {
    static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();
    /** A kind of feature each view shows. */
    static final Map<String, Feature> FEATURES = new LinkedHashMap<>();

    private static final String UNIT =
            "tucbsNo adi idariHiyerarsiDuzeyKodu belediyeTipi surumBaslangicZamani surumBitisZamani IdariMerkez_adi geometri"
                    + " IdariMerkez_geometri";
    private static final String PLAN = """
            tucbsNo planSiniri planAdi planIslemNumarasi planTuru mekansalPlanDuzeyi planSureci onayTarihi yonetmelikAtfi
            yonetmelikTarihi kullanilanAltlikHaritaReferans kullanilanAltlikHaritaTarihi kullanilanAltlikHaritaURI
            gecerlilikBaslangici gecerlilikSonu yururlugeGirisTarihi yururluktenKaldirilisTarihi kimlikNumarasi
            seviye_HukumSeviyeDegeri IDA_ad IDA_kisaAd IDA_ozelReferans IDA_tarih IDA_CI_Date IDA_url
            ilgiliKanunYonetmelikAtfi dokumanResmiSayisi cevrimiciSurumBaglantisi ResmiGazeteBilgisi_ISBN
            ResmiGazeteBilgisi_ISSN resmiGazeteKimligi yonetmelikMetni surumBaslangicZamani surumBitisZamani""";

    /** @param values by column, what makes it a feature of the view */
    record Feature(String type, Map<String, Object> values) {}

    private MinistryLayers() {}

    static {
        view("TUCBS_Bina", "bina", Map.of(), """
                tucbsNo binaKimlikNo geometri referansGeometri yatayGeometriReferansDegeri yatayGeometriTahminiDogruluk
                yukseklikReferansDegeri duseyGeometriTahminiDogruluk adi yapiDurumDegeri yapininOneCikanOzelligi kullanimAltTuru
                yapiTipiDegeri yapiTamamlanmaTarihi yapiYenilemeTarihi yapiYikimTarihi zeminUstuKatSayisi zeminAltiKatsayisi
                toplamKatsayisi zeminAltiDerinlik bagimsizBolumSayisi BO_konutBirimSayisi BO_isyeriSayisi toplamTabanAlani
                BO_toplamBagimsizBolumAlani BO_toplamOrtakAlan BO_yapiSinifiTipi BO_yapiGrubuTipi BO_yapiKullanimIzniTarihi
                YO_yapiRuhsatiOnayTarihi YO_toplamInsaatAlani YO_yapiMaliyeti YO_depremYerHareketDuzeyiTipi OY_yukseklikDegeri
                OY_yukseklikReferansDegeri YIY_deger YIY_yukseklikReferansDegeriAlt YIY_yukseklikReferansDegeriUst
                RD_dokumanBaglantisi RD_dokumanBicimTipi RD_tarih BTO_isitmaSistemTipi BTO_isitmaYakitTipi
                BTO_sicakSuTeminSekliTipi BTO_sicakSuYakitCinsiTipi BTO_tesisatTipi BTO_catiTipi BTO_catiMalzemesiTuru
                BTO_atiksuTipi BTO_icmeSuyuTipi BTO_ortakKullanimAlanlariTipi BTO_dogalgazBaglantisi BTO_elektrikBaglantisi
                BTO_icmeSuyuBaglantisi BTO_kanalizasyonBaglantisi BTO_enerjiVerimliligiDegeri YTO_tasiyiciSistemTipi
                YTO_temelTipi YTO_dosemeTipi YTO_duvarDolguMalzemesiTipi YTO_cepheMalzemesiTuru YTO_mevcutBetonarmeDonatiTipi
                surumBaslangicZamani surumBitisZamani""");
        view("TUCBS_Buyuksehir_Belediye", "idari_birim", unit("belediye", "buyuksehirBelediyesi"), UNIT);
        view("TUCBS_Ilce_Belediye", "idari_birim", unit("belediye", "buyuksehirIlceBelediyesi"), UNIT);
        view("TUCBS_Mahalle", "idari_birim", unit("mahalle", "-"), UNIT);
        view("TUCBS_Numarataj", "numarataj", Map.of("tip", "anaGiris"), """
                tucbsNo AK_konumlayiciTipi surumBaslangicZamani surumBitisZamani binaAdi binaKodu kapiNumarasi numaratajKodu
                numaratajTipi yetkiliIdare konum""");
        view("TUCBS_KarayoluHatti", "yol_orta_hat", Map.of(), """
                tucbsNo surumBaslangicZamani surumBitisZamani sanalMi adi gecerlilikBaslangici gecerlilikSonu
                kontrolKesimNumarasi tahsisliSeritDegeri tanimi ortaHatGeometrisi""");
        view("TUCBS_CDP", "mekansal_plan", Map.of("tur", "CevreDuzeniPlani"), PLAN);
        view("TUCBS_NIP", "mekansal_plan", Map.of("tur", "NazimImarPlani"), PLAN);
        view("TUCBS_UIP", "mekansal_plan", Map.of("tur", "uygulamaImarPlani"), PLAN);
        view("TUCBS_JeoteknikEtud", "jeoteknik_etud", Map.of(), """
                tucbsNo kayitTarihi projeAdi projeNo ProjeTipiDegeri ProjeyiYapanKurumDegeri ProjeOnaylayanKurumDegeri
                basvuruTarihi baslangicTarihi bitisTarihi projeAlan aciklama tasinmazKimlikNo parselNumarasi ParselTuru
                ulusalKadastralReferans alanDegeri JeoteknikAlani_alan Parsel_alan surumBaslangicZamani surumBitisZamani""");
        view("TUCBS_Park", "plan_kullanim_alani", Map.of("gosterim", "acikYesil.park"), """
                tucbsNo planliAraziKullanimKarariDeger planliAraziKullanimKarariDurum hilucsAraziKullanimi hilucsDurumu
                gostergeReferansi yasalBaglayicilikDurumu kullanilanAltlikHaritaReferans kullanilanAltlikHaritaTarihi
                kullanilanAltlikHaritaURI planSureci gecerlilikBaslangici gecerlilikSonu surumBaslangicZamani
                surumBitisZamani plan geometri""");
        view("TUCBS_POI", "kamu_hizmeti", Map.of(), """
                tucbsNo hizmetTipi HKT_adresIleHK HKT_binaIleHK HKT_DugumNoktasiIleHK HKT_faaliyetKompleksiIleHK
                HKT_geometriIleHK Iletisim_adres Iletisim_telefon Iletisim_faks Iletisim_eposta Iletisim_webAdresi
                Iletisim_calismaSaatleri Iletisim_iletisimTalimatlari agIleSorumlulukAlani idariBirimIleSorumlulukAlani
                poligonIleSorumlulukAlani SorumlulukAlanTipi_yazim SorumlulukAlanTipi_cografiYerAdlariIleSorumlulukAlani
                SorumlulukAlanTipi_AgReferansi_eleman surumBaslangicZamani surumBitisZamani""");
        view("TUCBS_Durak", "durak", Map.of(), """
                tucbsNo AgReferansi_AgElemani_tucbsNo surumBaslangicZamani surumBitisZamani gecerlilikBaslangici
                gecerlilikSonu envanterTuru sorumluKurum geometri""");
        view("TUCBS_Otogar", "karayolu_hizmet_alani", Map.of("tip", "busStation"), """
                tucbsNo adi AgReferansi_AgElemani_tucbsNo surumBaslangicZamani surumBitisZamani gecerlilikBaslangici
                gecerlilikSonu KarayoluServisTipDegeri sinyalizasyonLambaTipi YapiveTesisOlanaklari kapasite sensorVarMi geometri""");
        view("TUCBS_Otopark", "karayolu_hizmet_alani", Map.of("tip", "parking"), """
                tucbsNo adi AgReferansi_AgElemani_tucbsNo surumBaslangicZamani surumBitisZamani gecerlilikBaslangici
                gecerlilikSonu KarayoluServisTipDegeri sinyalizasyonLambaTipi YapiveTesisOlanaklari aracTipiDegeri kapasite
                sensor geometri""");
    }

    /** The frozen table of a type in the release that is served. */
    static String frozen(String type, JdbcClient jdbc) {
        return jdbc.sql(
                                "SELECT 'yayin_' || snapshot_id FROM release.content JOIN release.snapshot s USING (snapshot_id)"
                                        + " WHERE release_no = (SELECT release_no FROM release.pointer)"
                                        + " AND jsonb_exists(s.row_counts, ?)")
                        .param(type)
                        .query(String.class)
                        .single()
                + "." + type;
    }

    static Object value(Attribute attribute) {
        Object one = switch (attribute.type()) {
            case TEXT, CODE, URI -> attribute.name() + "-değeri";
            case INTEGER -> 7;
            case LONG -> 9_000_000_007L;
            case DECIMAL -> 7.25;
            case BOOLEAN -> true;
            case DATE -> LocalDate.of(2020, 2, 29);
            case INSTANT -> OffsetDateTime.parse("2020-02-29T10:00:00Z");
            case REFERENCE, UUID -> new UUID(0x1000_8000L, 0x8000_0000_0000_0007L);
            case GEOMETRY -> Records.square(5, 3);
        };
        return attribute.isMany() ? List.of(one) : one;
    }

    private static Map<String, Object> unit(String level, String kind) {
        return Map.of("duzey", level, "belediye_tipi", kind);
    }

    private static void view(String name, String type, Map<String, Object> values, String columns) {
        FEATURES.put(name, new Feature(type, values));
        COLUMNS.put(name, List.of(columns.split("\\s+")));
    }

    /** A feature of the view's kind with a value in every attribute. */
    static FeatureRecord full(String view, Feature feature) {
        Map<String, Object> values = new HashMap<>();
        FeatureType type = TestCity.MODEL.get(feature.type());
        TestCity.MODEL.attributesOf(type).forEach(a -> values.put(a.column(), value(a)));
        values.put("gecerlilik_baslangic", OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        values.put("gecerlilik_bitis", OffsetDateTime.parse("2120-01-01T00:00:00Z"));
        values.put("kayit_durumu", "aktif");
        values.putAll(feature.values());
        Object[] columns = values.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray();
        return Records.record(feature.type(), view, Records.square(0, 10), columns);
    }
}
