package tr.kentatlas.spatial.sample;

import java.util.List;

/**
 * A kind of public service.
 *
 * @param type code of the list hizmetTipi
 * @param detail code of the list hizmetAltTipi
 * @param pattern its name; {@code %s} stands for a word
 * @param perThousand how many there are for a thousand buildings; at least one in every district
 */
record ServiceKind(String type, String detail, String pattern, double perThousand, String hours) {
    private static final String OFFICE = "Pzt-Cum 08:30-17:30";
    private static final String SHOP = "Pzt-Cmt 09:00-20:00";
    private static final String LONG = "Her gün 09:00-23:00";
    private static final String ALWAYS = "Her gün 24 saat";
    private static final String LESSONS = "Pzt-Cum 08:00-17:00";

    static final List<ServiceKind> SCHOOLS = List.of(
            of("egitim", "ilkokul", "%s İlkokulu", 0, LESSONS),
            of("egitim", "ortaokul", "%s Ortaokulu", 0, LESSONS),
            of("egitim", "lise", "%s Anadolu Lisesi", 0, LESSONS),
            of("egitim", "anaokulu", "%s Anaokulu", 0, LESSONS),
            of("egitim", "meslekLisesi", "%s Mesleki ve Teknik Anadolu Lisesi", 0, LESSONS));
    static final ServiceKind MOSQUE = of("dini", "cami", "%s Camii", 0, "Vakit saatlerinde");
    static final ServiceKind HOSPITAL = of("saglik", "hastane", "%s Devlet Hastanesi", 0, ALWAYS);
    static final ServiceKind SPORT = of("turizmVeEglence", "sporTesisi", "%s Spor Salonu", 0, LONG);
    static final ServiceKind MARKET_HALL =
            of("belediye", "pazarYeri", "%s Kapalı Pazar Yeri", 0, "Çar, Paz 07:00-20:00");
    static final ServiceKind STATION = of("ulasim", "terminal", "%s Otogarı", 0, ALWAYS);
    /** In public buildings, in this order; the first ones exist once. */
    static final List<ServiceKind> PUBLIC = List.of(
            of("belediye", "belediyeBinasi", "%s Belediyesi Hizmet Binası", 0, OFFICE),
            of("yonetim", "kaymakamlik", "%s Kaymakamlığı", 0, OFFICE),
            of("yargiVeAdalet", "adliye", "%s Adliyesi", 0, OFFICE),
            of("guvenlik", "polisMerkezi", "%s Polis Merkezi Amirliği", 0.12, ALWAYS),
            of("guvenlik", "itfaiye", "%s İtfaiye İstasyonu", 0.07, ALWAYS),
            of("saglik", "aileSagligiMerkezi", "%s Aile Sağlığı Merkezi", 0.8, OFFICE),
            of("kulturel", "kutuphane", "%s Halk Kütüphanesi", 0.15, "Sal-Paz 09:00-19:00"),
            of("kulturel", "kulturMerkezi", "%s Kültür Merkezi", 0.1, LONG),
            of("ticaretVeMaliye", "vergiDairesi", "%s Vergi Dairesi", 0.04, OFFICE),
            of("digerResmiKurum", "ptt", "PTT %s Şubesi", 0.2, OFFICE),
            of("digerResmiKurum", "sosyalGuvenlik", "%s Sosyal Güvenlik Merkezi", 0.03, OFFICE),
            of("aileVeSosyal", "sosyalHizmetMerkezi", "%s Sosyal Hizmet Merkezi", 0.06, OFFICE),
            of("egitim", "halkEgitimMerkezi", "%s Halk Eğitimi Merkezi", 0.06, LONG),
            of("yonetim", "nufusMudurlugu", "%s Nüfus Müdürlüğü", 0.03, OFFICE),
            of("belediye", "semtEvi", "%s Semt Evi", 0.3, LONG),
            of("dini", "muftuluk", "%s Müftülüğü", 0.03, OFFICE));
    /** On ground floors along the main roads. */
    static final List<ServiceKind> SHOPS = List.of(
            of("saglik", "eczane", "%s Eczanesi", 2.2, SHOP),
            of("yonetim", "muhtarlik", "%s Mahallesi Muhtarlığı", 1.1, OFFICE),
            of("ticaretVeMaliye", "banka", "Örnek Bank %s Şubesi", 1.2, "Pzt-Cum 09:00-17:00"),
            of("ticaretVeMaliye", "market", "%s Market", 4, LONG),
            of("turizmVeEglence", "lokanta", "%s Lokantası", 3, LONG),
            of("turizmVeEglence", "kafe", "%s Kafe", 2.5, LONG),
            of("konutVeKonaklama", "otel", "%s Oteli", 0.4, ALWAYS),
            of("konutVeKonaklama", "ogrenciYurdu", "%s Öğrenci Yurdu", 0.2, ALWAYS),
            of("aileVeSosyal", "kres", "%s Kreşi ve Gündüz Bakımevi", 0.6, LESSONS),
            of("yargiVeAdalet", "noter", "%s. Noterliği", 0.3, OFFICE),
            of("diger", "dernekVakif", "%s Dayanışma Derneği", 0.4, OFFICE),
            of("diger", "kargo", "%s Kargo Şubesi", 0.5, SHOP),
            of("ulasim", "taksiDuragi", "%s Taksi Durağı", 0.8, ALWAYS),
            of("ulasim", "akaryakit", "%s Akaryakıt İstasyonu", 0.3, ALWAYS),
            of("saglik", "muayenehane", "Dr. %s Muayenehanesi", 1, SHOP),
            of("saglik", "veteriner", "%s Veteriner Kliniği", 0.4, SHOP),
            of("kulturel", "sinema", "%s Sineması", 0.08, LONG),
            of("belediye", "tahsilatVeznesi", "%s Tahsilat Veznesi", 0.2, OFFICE),
            of("guvenlik", "zabita", "%s Zabıta Karakolu", 0.1, ALWAYS),
            of("cevreselKoruma", "atikGetirmeMerkezi", "%s Atık Getirme Merkezi", 0.2, SHOP),
            of("endustriEnerjiGidaTarimHayvancilik", "enerjiSirketi", "%s Enerji Müşteri Merkezi", 0.1, OFFICE),
            of("endustriEnerjiGidaTarimHayvancilik", "tarimKooperatifi", "%s Tarım Kooperatifi", 0.06, OFFICE));

    private static ServiceKind of(String type, String detail, String pattern, double perThousand, String hours) {
        return new ServiceKind(type, detail, pattern, perThousand, hours);
    }
}
