package tr.kentatlas.spatial.sample;

import java.util.List;

/** Words that names are made of; invented combinations of common Turkish words. */
final class Words {
    static final List<String> DISTRICTS = List.of(
            "Örnekova", "Gümüşdere", "Yıldızova", "Çınarbaşı", "İncetepe", "Ağaçova", "Güzeldağ", "Şirinkent",
            "Akdemir", "Bağlıca", "Söğütözü", "Işıklar", "Karaçam", "Ulucanlı", "Üzümlük", "Pınarova", "Elmadere",
            "Kızılırmakyolu", "Doğantepe", "Yenişehirli", "Çayırova", "Gökçebağ", "Sarıçiçek", "Taşköprülü",
            "İğdeova", "Ballıkaya", "Eskihisarlı", "Değirmenözü", "Koruluk", "Çiğdemtepe", "Aydınpınar",
            "Kuşkonmaz", "Ilıcaözü", "Şahinkaya", "Öztepe", "Günbatımı", "Kavaklıdüz", "Nardüzü", "Çamlıyurt",
            "Ortaköprü");
    static final List<String> MAHALLES = List.of(
            "Cumhuriyet", "Çarşı", "Yeşilyurt", "Bahçelievler", "Şirinevler", "Gülbahçe", "İstasyon", "Kültür",
            "Çamlık", "Güneşli", "Akpınar", "Değirmendere", "Zafer", "Fidanlık", "Işıktepe", "Ulucami",
            "Karşıyaka", "Söğütlü", "Hürriyet", "Üçpınar", "Barış", "Sanayi", "Bağlarbaşı", "Yıldıztepe",
            "Ihlamur", "Çiftlik", "Göksu", "Esentepe", "Kavaklı", "Şehitlik", "Yenidoğan", "Aşağıçay",
            "Yukarıçay", "İnönü", "Örnek", "Pınarbaşı", "Menekşe", "Doğantepe", "Elmalık", "Küçükköy",
            "Ortabağ", "Çınarlı", "Saraçlar", "Tepebaşı", "Ümit", "Huzur", "Dostluk", "İğdeli", "Sümbül", "Narlı");
    static final List<String> MAIN_ROADS = List.of(
            "Cumhuriyet", "İstiklal", "Hürriyet", "Ankara", "Atatürk", "Fatih", "Mevlana", "Yunus Emre",
            "Mimar Sinan", "Piri Reis", "Evliya Çelebi", "Şehitler", "Gazi", "Millet", "İstasyon", "Kültür",
            "Barış", "Zafer", "Üniversite", "Çevre Yolu", "Karacaoğlan", "Aşık Veysel", "Nasreddin Hoca",
            "Hacı Bektaş", "Sakarya", "Fırat", "Kızılırmak", "Anadolu", "Uğur", "Bağdat", "Sanayi", "Fuar",
            "Gençlik", "İnönü", "Öğretmenler", "Çiftçiler", "Kâtip Çelebi", "Köroğlu", "Dede Korkut", "Farabi",
            "İbni Sina", "Uluğ Bey", "Ali Kuşçu", "Harezmi", "Göktürk", "Selçuklu", "Malazgirt", "Çanakkale",
            "Dumlupınar", "Cahit Arf", "Kocatepe", "Otağ", "Bozkır", "Ulubatlı", "Şair Nedim", "Itri");
    static final List<String> NOUNS = List.of(
            "Akasya", "Çınar", "Ihlamur", "Söğüt", "Kavak", "Servi", "Meşe", "Gürgen", "Ardıç", "Zeytin", "Ceviz",
            "İncir", "Nar", "Ayva", "Erguvan", "Manolya", "Leylak", "Yasemin", "Sümbül", "Nergis", "Papatya",
            "Menekşe", "Karanfil", "Gelincik", "Zambak", "Şebboy", "Çiğdem", "Kardelen", "Lale", "Gül", "Fesleğen",
            "Kekik", "Nane", "Biberiye", "Defne", "Turna", "Kırlangıç", "Güvercin", "Şahin", "Bülbül", "Serçe",
            "Leylek", "Keklik", "Üveyik", "Ceylan", "Demirci", "Bakırcı", "Kalaycı", "Saraç", "Terzi", "Çömlekçi",
            "Fırıncı", "Değirmenci", "Kuyumcu", "Marangoz", "Dokumacı", "Keçeci", "Bahçıvan", "Çoban", "Balıkçı",
            "Arıcı", "Nalbant", "Mumcu", "Semerci", "Yağmur", "Gökkuşağı", "Şafak", "Güneş", "Ay", "Yıldız",
            "Bulut", "Rüzgar", "Irmak", "Pınar", "Çağlayan", "Dere", "Göl", "Deniz", "Ada", "Kıyı", "Tepe",
            "Yamaç", "Vadi", "Ova", "Yayla", "Çeşme", "Hamam", "Kervan", "Han", "Köprü", "Kale", "Medrese", "Saat",
            "Fener", "Kuyu", "Umut", "Sevgi", "Vefa", "Bilge", "Ozan", "Nakkaş", "Hattat", "Ahenk", "Işık", "İpek",
            "Öykü", "Özlem", "Ürün", "Ilgın");
    static final List<String> ADJECTIVES = List.of(
            "Yeşil", "Mor", "Ak", "Kara", "Sarı", "Kızıl", "Mavi", "Gümüş", "Altın", "Uzun", "İnce", "Eski", "Yeni",
            "Güzel", "Tatlı", "Küçük", "Büyük", "Sessiz", "Serin", "Gölgeli", "Çifte", "Şirin", "Üç", "Dik", "Yedi");
    static final List<String> FIRST_NAMES = List.of(
            "Ayşe", "Elif", "Zeynep", "Şule", "Gül", "Emine", "İnci", "Özge", "Çiğdem", "Mehmet", "Ali", "Hasan",
            "Ömer", "Uğur", "Yusuf", "Kâzım", "Salih", "Işık", "Barış", "Deniz", "Ümit", "Tuğba", "Filiz", "Nihal");
    static final List<String> SURNAMES = List.of(
            "Yurtsever", "Çelikkol", "Özbahçe", "Gümüşay", "Şengün", "Aktaşoğlu", "Kırdağ", "Ulusöz", "İlkay",
            "Demirtaş", "Güneşer", "Bağcı", "Saygılı", "Ozanoğlu", "Erdinç", "Tunalı");

    private Words() {}
}
