package tr.kentatlas.spatial.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinistryModelTest {
    private static final Model MODEL = ModelReader.read();

    /** Official names the views compose: identity and end of version come from the store, the rest from another attribute. */
    private static final Map<String, String> COMPOSED = Map.of("sensor", "sensorVarMi");

    private static final Set<String> OF_THE_STORE = Set.of("tucbsNo", "surumBitisZamani");

    @Test
    void everyFeatureTypeOfTheMinistryAndTheCityIsThere() {
        assertThat(MODEL.types().stream().map(FeatureType::name)).containsExactlyInAnyOrder(words("""
                        idari_birim idari_sinir mahalle_baglisi
                        yol yol_orta_hat yol_orta_hat_yon yol_dugumu yol_alani yol_kisitlama durak karayolu_hizmet_alani
                        parsel ada bina bina_blok bina_kullanimi bina_yuksekligi diger_yapi ek_yapi bagimsiz_bolum numarataj
                        mekansal_plan plan_kullanim_alani plan_cizgi plan_nokta plan_kisitlama resmi_belge
                        mevcut_arazi_kullanimi kamu_hizmeti faaliyet_kompleksi park_bahce agac
                        sebeke sebeke_hatti sebeke_dugumu akarsu durgun_su kiyi_cizgisi
                        esyukselti yukselti_noktasi kirik_cizgi jeoteknik_etud nobet_cizelgesi"""));
    }

    @ParameterizedTest
    @CsvSource({
        "idari_birim, duzey, idariHiyerarsiDuzeyKodu, CODE",
        "idari_birim, merkez_geom, IdariMerkez_geometri, GEOMETRY",
        "idari_birim, ust_birim, ustIdariBirim, REFERENCE",
        "yol, belediye, belediye, REFERENCE",
        "yol, cift_son, ciftSon, INTEGER",
        "yol_orta_hat, sanal_mi, sanalMi, BOOLEAN",
        "yol_orta_hat, kontrol_kesim_no, kontrolKesimNumarasi, TEXT",
        "yol_orta_hat, tanim, tanimi, TEXT",
        "yol_orta_hat, tahsisli_serit, tahsisliSeritDegeri, CODE",
        "yol_orta_hat, genislik, genislik, DECIMAL",
        "yol_orta_hat_yon, uavt_kodu, uavtKodu, LONG",
        "yol_orta_hat_yon, tanitim_kodu, tanitimKodu, TEXT",
        "durak, ag_elemani, AgReferansi_AgElemani_tucbsNo, REFERENCE",
        "durak, envanter_turu, envanterTuru, CODE",
        "karayolu_hizmet_alani, tip, KarayoluServisTipDegeri, CODE",
        "karayolu_hizmet_alani, tesis_olanaklari, YapiveTesisOlanaklari, CODE",
        "karayolu_hizmet_alani, kapasite, kapasite, INTEGER",
        "parsel, tasinmaz_kimlik_no, tasinmazKimlikNo, LONG",
        "parsel, parsel_turu, ParselTuru, CODE",
        "parsel, alan, alanDegeri, DECIMAL",
        "parsel, ulusal_ref, ulusalKadastralReferans, TEXT",
        "bina, bina_kimlik_no, binaKimlikNo, LONG",
        "bina, kat_alti, zeminAltiKatsayisi, INTEGER",
        "bina, toplam_kat, toplamKatsayisi, INTEGER",
        "bina, one_cikan_ozellik, yapininOneCikanOzelligi, CODE",
        "bina, insaat_alani, YO_toplamInsaatAlani, DECIMAL",
        "bina, ruhsat_tarihi, YO_yapiRuhsatiOnayTarihi, DATE",
        "bina, iskan_tarihi, BO_yapiKullanimIzniTarihi, DATE",
        "bina, yukseklik, YIY_deger, DECIMAL",
        "bina, ref_alt, YIY_yukseklikReferansDegeriAlt, CODE",
        "bina, kot_ref, OY_yukseklikReferansDegeri, CODE",
        "bina, referans_geom, referansGeometri, BOOLEAN",
        "bina, rd_tarih, RD_tarih, DATE",
        "bina, bto_cati_malzemesi_turu, BTO_catiMalzemesiTuru, CODE",
        "bina, bto_dogalgaz_baglantisi, BTO_dogalgazBaglantisi, BOOLEAN",
        "bina, yto_mevcut_betonarme_donati_tipi, YTO_mevcutBetonarmeDonatiTipi, CODE",
        "bina_blok, yto_tasiyici_sistem_tipi, YTO_tasiyiciSistemTipi, CODE",
        "bina_blok, blok_no, blokNo, TEXT",
        "bagimsiz_bolum, adres_no, adresNo, LONG",
        "bagimsiz_bolum, tapu_bb_no, tapuBbNo, TEXT",
        "numarataj, kapi_no, kapiNumarasi, TEXT",
        "numarataj, konumlayici, AK_konumlayiciTipi, CODE",
        "numarataj, numarataj_kodu, numaratajKodu, LONG",
        "numarataj, yetkili_idare, yetkiliIdare, CODE",
        "mekansal_plan, pin, planIslemNumarasi, TEXT",
        "yol_orta_hat, bas_dugum, baslangicDugumu, REFERENCE",
        "mekansal_plan, koruma_amacli, korumaAmacli, BOOLEAN",
        "mekansal_plan, hukum_seviye, seviye_HukumSeviyeDegeri, CODE",
        "mekansal_plan, altlik_uri, kullanilanAltlikHaritaURI, URI",
        "mekansal_plan, olcek, olcek, INTEGER",
        "mekansal_plan, resmi_gazete_bilgisi_issn, ResmiGazeteBilgisi_ISSN, TEXT",
        "mekansal_plan, kaldirilis, yururluktenKaldirilisTarihi, DATE",
        "plan_kullanim_alani, gosterim, planliAraziKullanimKarariDeger, CODE",
        "plan_kullanim_alani, taks, taks, DECIMAL",
        "plan_kullanim_alani, kat, kat, INTEGER",
        "plan_kisitlama, diger_plandan, digerPlanlardanAlinmaDurumu, BOOLEAN",
        "kamu_hizmeti, dugum, HKT_DugumNoktasiIleHK, REFERENCE",
        "kamu_hizmeti, iletisim_calisma_saatleri, Iletisim_calismaSaatleri, TEXT",
        "kamu_hizmeti, sorumluluk_poligon, poligonIleSorumlulukAlani, GEOMETRY",
        "sebeke_hatti, cap_mm, capMm, DECIMAL",
        "sebeke_dugumu, taban_kot, tabanKot, DECIMAL",
        "jeoteknik_etud, onaylayan, ProjeOnaylayanKurumDegeri, CODE",
        "jeoteknik_etud, parsel_geom, Parsel_alan, GEOMETRY",
        "nobet_cizelgesi, baslangic, baslangic, INSTANT"
    })
    void columnsCarryTheirExactOfficialNameAndType(String type, String column, String name, AttributeType kind) {
        assertThat(MODEL.get(type).attribute(name)).hasValueSatisfying(attribute -> {
            assertThat(attribute.column()).isEqualTo(column);
            assertThat(attribute.type()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "bina, geometri, MULTI_POLYGON",
        "numarataj, konum, POINT",
        "yol_orta_hat, ortaHatGeometrisi, LINE_STRING",
        "mekansal_plan, planSiniri, MULTI_POLYGON",
        "jeoteknik_etud, JeoteknikAlani_alan, MULTI_POLYGON",
        "kamu_hizmeti, HKT_geometriIleHK, POINT",
        "plan_kisitlama, geometri, GEOMETRY",
        "akarsu, geometri, GEOMETRY",
        "durgun_su, geometri, GEOMETRY"
    })
    void geometriesCarryTheirOfficialNameAndType(String type, String name, GeometryType kind) {
        FeatureGeometry geometry = MODEL.get(type).geometry();
        assertThat(geometry).isNotNull().satisfies(g -> {
            assertThat(g.name()).isEqualTo(name);
            assertThat(g.type()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bina | yapiDurumDegeri tucbsNo binaKimlikNo geometri referansGeometri yatayGeometriReferansDegeri"
                        + " yatayGeometriTahminiDogruluk yukseklikReferansDegeri duseyGeometriTahminiDogruluk adi"
                        + " yapininOneCikanOzelligi kullanimAltTuru yapiTipiDegeri yapiTamamlanmaTarihi yapiYenilemeTarihi"
                        + " yapiYikimTarihi zeminUstuKatSayisi zeminAltiKatsayisi toplamKatsayisi zeminAltiDerinlik"
                        + " bagimsizBolumSayisi BO_konutBirimSayisi BO_isyeriSayisi toplamTabanAlani"
                        + " BO_toplamBagimsizBolumAlani BO_toplamOrtakAlan BO_yapiSinifiTipi BO_yapiGrubuTipi"
                        + " BO_yapiKullanimIzniTarihi YO_yapiRuhsatiOnayTarihi YO_toplamInsaatAlani YO_yapiMaliyeti"
                        + " YO_depremYerHareketDuzeyiTipi OY_yukseklikDegeri OY_yukseklikReferansDegeri YIY_deger"
                        + " YIY_yukseklikReferansDegeriAlt YIY_yukseklikReferansDegeriUst RD_dokumanBaglantisi"
                        + " RD_dokumanBicimTipi RD_tarih BTO_isitmaSistemTipi BTO_isitmaYakitTipi"
                        + " BTO_sicakSuTeminSekliTipi BTO_sicakSuYakitCinsiTipi BTO_tesisatTipi BTO_catiTipi"
                        + " BTO_catiMalzemesiTuru BTO_atiksuTipi BTO_icmeSuyuTipi BTO_ortakKullanimAlanlariTipi"
                        + " BTO_dogalgazBaglantisi BTO_elektrikBaglantisi BTO_icmeSuyuBaglantisi"
                        + " BTO_kanalizasyonBaglantisi BTO_enerjiVerimliligiDegeri YTO_tasiyiciSistemTipi YTO_temelTipi"
                        + " YTO_dosemeTipi YTO_duvarDolguMalzemesiTipi YTO_cepheMalzemesiTuru"
                        + " YTO_mevcutBetonarmeDonatiTipi surumBaslangicZamani surumBitisZamani",
                "idari_birim | tucbsNo adi idariHiyerarsiDuzeyKodu belediyeTipi surumBaslangicZamani surumBitisZamani"
                        + " IdariMerkez_adi geometri IdariMerkez_geometri",
                "numarataj | tucbsNo AK_konumlayiciTipi surumBaslangicZamani surumBitisZamani binaAdi binaKodu"
                        + " kapiNumarasi numaratajKodu numaratajTipi yetkiliIdare konum",
                "yol_orta_hat | tucbsNo surumBaslangicZamani surumBitisZamani sanalMi adi gecerlilikBaslangici"
                        + " gecerlilikSonu kontrolKesimNumarasi tahsisliSeritDegeri tanimi ortaHatGeometrisi",
                "durak | tucbsNo AgReferansi_AgElemani_tucbsNo surumBaslangicZamani surumBitisZamani"
                        + " gecerlilikBaslangici gecerlilikSonu envanterTuru sorumluKurum geometri",
                "karayolu_hizmet_alani | tucbsNo adi AgReferansi_AgElemani_tucbsNo gecerlilikSonu"
                        + " KarayoluServisTipDegeri sinyalizasyonLambaTipi YapiveTesisOlanaklari kapasite sensorVarMi"
                        + " aracTipiDegeri sensor geometri",
                "kamu_hizmeti | tucbsNo hizmetTipi HKT_adresIleHK HKT_binaIleHK HKT_DugumNoktasiIleHK"
                        + " HKT_faaliyetKompleksiIleHK HKT_geometriIleHK Iletisim_adres Iletisim_telefon Iletisim_faks"
                        + " Iletisim_eposta Iletisim_webAdresi Iletisim_calismaSaatleri Iletisim_iletisimTalimatlari"
                        + " agIleSorumlulukAlani idariBirimIleSorumlulukAlani poligonIleSorumlulukAlani"
                        + " SorumlulukAlanTipi_yazim SorumlulukAlanTipi_cografiYerAdlariIleSorumlulukAlani"
                        + " SorumlulukAlanTipi_AgReferansi_eleman",
                "mekansal_plan | tucbsNo planSiniri planAdi planIslemNumarasi planTuru mekansalPlanDuzeyi planSureci"
                        + " onayTarihi yonetmelikAtfi yonetmelikTarihi kullanilanAltlikHaritaReferans"
                        + " kullanilanAltlikHaritaTarihi kullanilanAltlikHaritaURI gecerlilikBaslangici gecerlilikSonu"
                        + " yururlugeGirisTarihi yururluktenKaldirilisTarihi kimlikNumarasi seviye_HukumSeviyeDegeri"
                        + " IDA_ad IDA_kisaAd IDA_ozelReferans IDA_tarih IDA_CI_Date IDA_url"
                        + " ilgiliKanunYonetmelikAtfi dokumanResmiSayisi cevrimiciSurumBaglantisi"
                        + " ResmiGazeteBilgisi_ISBN ResmiGazeteBilgisi_ISSN resmiGazeteKimligi yonetmelikMetni",
                "plan_kullanim_alani | tucbsNo planliAraziKullanimKarariDeger planliAraziKullanimKarariDurum"
                        + " hilucsAraziKullanimi hilucsDurumu gostergeReferansi yasalBaglayicilikDurumu planSureci"
                        + " kullanilanAltlikHaritaReferans kullanilanAltlikHaritaTarihi kullanilanAltlikHaritaURI plan"
                        + " gecerlilikBaslangici gecerlilikSonu geometri",
                "plan_kisitlama | sinirlayiciMevzuat avrupaSinirlayiciMevzuat sinirlayiciMevzuatSureci"
                        + " digerPlanlardanAlinmaDurumu yasalBaglayicilikDurumu geometri",
                "jeoteknik_etud | kayitTarihi projeAdi projeNo ProjeTipiDegeri ProjeyiYapanKurumDegeri"
                        + " ProjeOnaylayanKurumDegeri basvuruTarihi baslangicTarihi bitisTarihi projeAlan aciklama"
                        + " tasinmazKimlikNo parselNumarasi ParselTuru ulusalKadastralReferans alanDegeri"
                        + " JeoteknikAlani_alan Parsel_alan surumBaslangicZamani surumBitisZamani"
            })
    void everyColumnOfTheDeliveryViewsIsFoundByName(String type, String columns) {
        Set<String> known = officialNames(MODEL.get(type));
        assertThat(Arrays.stream(words(columns)).map(c -> COMPOSED.getOrDefault(c, c)))
                .allSatisfy(column -> assertThat(known).contains(column));
    }

    @Test
    void unitsUsesAndUtilityLinesHaveNoPublicCollectionAndNoPublicAttribute() {
        List<FeatureType> closed =
                MODEL.types().stream().filter(type -> !type.isPublic()).toList();
        assertThat(closed.stream().map(FeatureType::name))
                .containsExactlyInAnyOrder("bagimsiz_bolum", "bina_kullanimi", "sebeke_hatti", "sebeke_dugumu");
        assertThat(closed).allSatisfy(type -> assertThat(type.attributes()).noneMatch(Attribute::isPublic));
    }

    @Test
    void whatLeadsToPersonsIsNotPublic() {
        Set<String> personal = Set.of(words("""
                adresNo icKapiNo tapuBbNo tasinmazKimlikNo ulusalKadastralReferans binaKimlikNo maksKimlikNo numaratajKodu
                uavtKod uavtKodu megsisId BO_isyeriSayisi BO_toplamBagimsizBolumAlani BO_toplamOrtakAlan YO_yapiMaliyeti yapiTipiDegeri
                RD_dokumanBaglantisi projeAdi olusturan degistiren"""));
        Set<String> met = new HashSet<>();
        MODEL.types().stream()
                .flatMap(type -> MODEL.attributesOf(type).stream())
                .filter(attribute -> personal.contains(attribute.name()))
                .peek(attribute -> met.add(attribute.name()))
                .forEach(attribute -> assertThat(attribute.reasonNotPublic())
                        .as(attribute.name())
                        .containsAnyOf("KVKK m. ", "4982 sayılı Kanun m. "));
        assertThat(met).isEqualTo(personal);
    }

    @Test
    void aSingleDwellingIsHiddenAmongItsNeighbours() {
        for (String type : List.of("bina", "bina_blok")) {
            assertThat(MODEL.get(type).attributes().stream()
                            .filter(attribute -> !attribute.hiddenValues().isEmpty())
                            .map(attribute -> attribute.name() + " " + attribute.hiddenValues()))
                    .containsExactlyInAnyOrder(
                            "bagimsizBolumSayisi [1, 2]",
                            "BO_konutBirimSayisi [1, 2]",
                            "kullanimAltTuru [individualResidence, twoDwellings]");
        }
    }

    @Test
    void howToReachAServiceIsPublicOfInstitutionsOnly() {
        List<Attribute> contacts = MODEL.get("kamu_hizmeti").attributes().stream()
                .filter(attribute ->
                        attribute.name().matches("Iletisim_(adres|telefon|faks|eposta|iletisimTalimatlari)"))
                .toList();
        String persons =
                "muayenehane agizDisSagligi veteriner noter baro arabuluculuk surucuKursu kurs magaza market lokanta"
                        + " kafe sigorta taksiDuragi pansiyon sera saglik ticaretVeMaliye turizmVeEglence konutVeKonaklama"
                        + " yargiVeAdalet diger";
        assertThat(contacts)
                .hasSize(5)
                .allSatisfy(contact -> assertThat(
                                Objects.requireNonNull(contact.onlyOf()).codes())
                        .contains("hastane", "itfaiye", "eczane")
                        .doesNotContain(words(persons)));
        assertThat(MODEL.types().stream()
                        .flatMap(type -> MODEL.attributesOf(type).stream())
                        .filter(attribute -> attribute.name().matches("(?i).*(telefon|faks|eposta).*")))
                .hasSize(3)
                .allMatch(contacts::contains);
    }

    @Test
    void onlyTypesWithoutASpeakingAttributeHaveNoLabel() {
        assertThat(MODEL.types().stream().filter(type -> type.label() == null).map(FeatureType::name))
                .containsExactlyInAnyOrder(words("""
                        idari_sinir yol_dugumu yol_kisitlama plan_kisitlama sebeke_hatti sebeke_dugumu kirik_cizgi
                        nobet_cizelgesi"""));
    }

    @Test
    void councilThemesHoldNothingThatMayBePublishedSooner() {
        assertThat(MODEL.themes())
                .allSatisfy(theme -> assertThat(theme.types().stream()
                                .map(FeatureType::approval)
                                .distinct())
                        .containsExactly(theme.approval()));
        assertThat(MODEL.theme("plan").approval()).isEqualTo(Approval.COUNCIL);
        assertThat(MODEL.theme("adres").approval()).isEqualTo(Approval.OPERATIONAL);
        assertThat(MODEL.get("durak").approval()).isEqualTo(Approval.OPERATIONAL);
        assertThat(MODEL.get("nobet_cizelgesi").authority()).isEqualTo(FeatureType.Authority.CITY);
    }

    private static Set<String> officialNames(FeatureType type) {
        Set<String> names = new HashSet<>(MODEL.byName(type).keySet());
        names.addAll(OF_THE_STORE);
        FeatureGeometry geometry = type.geometry();
        if (geometry != null) names.add(geometry.name());
        return names;
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }
}
