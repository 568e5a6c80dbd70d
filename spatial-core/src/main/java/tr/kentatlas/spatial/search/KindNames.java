package tr.kentatlas.spatial.search;

import java.util.List;
import java.util.Map;

/** What people call kinds of places beside the names their code lists give them, Turkish first. */
final class KindNames {
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("ilkokul", List.of("okul")),
            Map.entry("ortaokul", List.of("okul")),
            Map.entry("lise", List.of("okul")),
            Map.entry("meslekLisesi", List.of("okul", "lise")),
            Map.entry("ozelOkul", List.of("okul", "kolej")),
            Map.entry("ozelHastane", List.of("hastane")),
            Map.entry("durak", List.of("otobüs durağı", "otobüs", "minibüs durağı", "bus stop", "bus")),
            Map.entry("busStation", List.of("otobüs terminali", "otobüs garajı", "bus station", "bus terminal")),
            Map.entry(
                    "terminal", List.of("otogar", "otobüs terminali", "otobüs garajı", "bus station", "bus terminal")),
            Map.entry("taksiDuragi", List.of("taksi", "taxi", "cab")),
            Map.entry("polisMerkezi", List.of("karakol", "polis karakolu", "polis", "emniyet", "police")),
            Map.entry("itfaiye", List.of("yangın", "fire brigade", "fire department")),
            Map.entry(
                    "akaryakit",
                    List.of(
                            "benzinlik",
                            "benzin istasyonu",
                            "benzinci",
                            "benzin",
                            "petrol",
                            "gas station",
                            "petrol station")),
            Map.entry("parking", List.of("otopark", "parking", "parking lot")),
            Map.entry("lokanta", List.of("restoran", "yemek", "restaurant")),
            Map.entry("kafe", List.of("cafe", "kafeterya", "kahve", "coffee")),
            Map.entry("market", List.of("süpermarket", "bakkal", "grocery")),
            Map.entry("pazarYeri", List.of("semt pazarı", "bazaar")),
            Map.entry("cocukOyunAlani", List.of("çocuk parkı", "oyun parkı", "oyun alanı")),
            Map.entry("oyunAlani", List.of("çocuk parkı", "oyun parkı")),
            Map.entry("agizDisSagligi", List.of("diş hekimi", "dişçi", "diş hastanesi", "dentist")),
            Map.entry("sporAlani", List.of("halı saha", "futbol sahası", "spor sahası")),
            Map.entry("atm", List.of("bankamatik", "cash point")),
            Map.entry("toplanmaAlani", List.of("toplanma alanı", "deprem toplanma alanı")),
            Map.entry("metroIstasyonu", List.of("metro", "metro istasyonu", "tramvay", "subway")),
            Map.entry("trenIstasyonu", List.of("gar", "tren garı", "train station")),
            Map.entry("havalimani", List.of("havaalanı", "hava limanı")),
            Map.entry("alisverisMerkezi", List.of("avm", "mall", "shopping mall")),
            Map.entry("umumiTuvalet", List.of("tuvalet", "wc", "toilet")),
            Map.entry("acilSaglikIstasyonu", List.of("ambulans", "acil", "ambulance")),
            Map.entry("sporTesisi", List.of("spor salonu", "halı saha", "gym", "sports hall")),
            Map.entry("aileSagligiMerkezi", List.of("sağlık ocağı", "aile hekimi", "asm", "family doctor")),
            Map.entry("muayenehane", List.of("doktor", "hekim", "doctor")),
            Map.entry("veteriner", List.of("vet")),
            Map.entry("ptt", List.of("postane", "posta", "post office")),
            Map.entry("cami", List.of("mescit")),
            Map.entry("kargo", List.of("kurye", "courier")),
            Map.entry("muhtarlik", List.of("muhtar")),
            Map.entry("nufusMudurlugu", List.of("nüfus", "kimlik")),
            Map.entry("ogrenciYurdu", List.of("yurt", "dormitory")),
            Map.entry("gol", List.of("gölet", "pond")));

    private KindNames() {}

    /** Of the kind with a code; none where everybody says what the list says. */
    static List<String> of(String code) {
        return OTHERS.getOrDefault(code, List.of());
    }
}
