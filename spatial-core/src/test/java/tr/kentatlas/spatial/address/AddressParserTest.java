package tr.kentatlas.spatial.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Atatürk Mah. Gül Sok. No:12 | NEIGHBOURHOOD=Atatürk, STREET=Gül, DOOR=12
            ATATÜRK MAHALLESİ GÜL SOKAĞI NO 12/A | NEIGHBOURHOOD=ATATÜRK, STREET=GÜL, DOOR=12/A
            Atatürk Mah.Gül Sk.No:12 D:5 | NEIGHBOURHOOD=Atatürk, STREET=Gül, DOOR=12, UNIT=5
            Kızılay mh 1203. Sokak no 7 kat 3 daire 14 | NEIGHBOURHOOD=Kızılay, STREET=1203, DOOR=7, FLOOR=3, UNIT=14
            Kızılay Mahallesi 1203/5 Sk. 7/14 | NEIGHBOURHOOD=Kızılay, STREET=1203/5, DOOR=7, UNIT=14
            Cumhuriyet Meydanı Sokağı No 3 | STREET=Cumhuriyet Meydanı, DOOR=3
            Cumhuriyet Meydanı No: 3 | STREET=Cumhuriyet, DOOR=3
            Meydan Mah. Köy Yolu Cad. No:1 | NEIGHBOURHOOD=Meydan, STREET=Köy Yolu, DOOR=1
            AŞAĞIŞAKRAN KÖY YOLU SOKAĞI 4 | STREET=AŞAĞIŞAKRAN KÖY YOLU, DOOR=4
            Çınarlı Köyü Dere Mevkii No 9 | VILLAGE=Çınarlı, LOCALITY=Dere, DOOR=9
            Yayla Küme Evleri No:21 | STREET=Yayla, DOOR=21
            Gül Çıkmazı No 2 | STREET=Gül Çıkmazı, DOOR=2
            Atatürk Cad. 1203 Sok. No 5 | VIA=Atatürk Caddesi, STREET=1203, DOOR=5
            Atatürk Bulvarı 12 A Blok D.5 | STREET=Atatürk, BLOCK=A, DOOR=12, UNIT=5
            Güneş Sitesi B Blok K:2 D:8 | SITE=Güneş, BLOCK=B, FLOOR=2, UNIT=8
            Lale Sk. 12 Yıldız Apt. Kat:Zemin | STREET=Lale, BUILDING=Yıldız Apt., DOOR=12, FLOOR=Zemin
            Lale Sok. No: 12 / 1 İç Kapı No: 3 | STREET=Lale, DOOR=12 / 1, UNIT=3
            Lale Sok. Dış Kapı No: 10-12 | STREET=Lale, DOOR=10-12
            5 nolu Sokak No:8 | STREET=5 nolu, DOOR=8
            Moda Cad. No:10 34710 Kadıköy/İstanbul | PROVINCE=İstanbul, DISTRICT=Kadıköy, POST_CODE=34710, STREET=Moda, DOOR=10
            Konak Mah. İnönü Cd. 41 Konak İZMİR | PROVINCE=İZMİR, DISTRICT=Konak, NEIGHBOURHOOD=Konak, STREET=İnönü, DOOR=41
            Bahçe Caddesi'nde 14 numara | STREET=Bahçe, DOOR=14
            Ihlamur Sokağından | STREET=Ihlamur
            Sanayi O.S.B. Mah. 3. Cad. No:4 | NEIGHBOURHOOD=Sanayi OSB, STREET=3, DOOR=4
            Çınarlı Ky. No 9 | VILLAGE=Çınarlı, DOOR=9
            Ostim Organize Sanayi Bölgesi Mah. 3. Cad. No:4 | NEIGHBOURHOOD=Ostim OSB, STREET=3, DOOR=4
            OSTİM ORGANİZE SANAYİ BÖLGESİ MAH. NO:4 | NEIGHBOURHOOD=OSTİM OSB, DOOR=4
            İnönü Mah. 3. kat | NEIGHBOURHOOD=İnönü, FLOOR=3
            Lale Sok. No 12 D 5 | STREET=Lale, DOOR=12, UNIT=5
            Lale Sok. No 12 D | STREET=Lale, DOOR=12 D
            """)
    void anAddressIsTakenApart(String written, String parts) {
        ParsedAddress address = AddressParser.parse(written);
        assertThat(parts(address)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "Gül Sk,STREET",
        "Gül Blv.,BOULEVARD",
        "Gül cd,AVENUE",
        "Gül Mey.,SQUARE",
        "Gül Küme Evler,SCATTERED_HOUSES"
    })
    void theKindOfRoadIsKnownByItsWord(String written, StreetType type) {
        assertThat(AddressParser.parse(written).street()).isEqualTo(type);
    }

    @Test
    void whatIsNotUnderstoodIsKept() {
        ParsedAddress address = AddressParser.parse("caminin karşısı, Lale Sok. No 4 mavi kapı");
        assertThat(address.rest()).isEqualTo("caminin karşısı mavi kapı");
        assertThat(address.text(AddressPart.DOOR)).contains("4");
        assertThat(address.confidence()).isStrictlyBetween(0.2, 0.8);
    }

    @Test
    void aFullyMarkedAddressIsSure() {
        assertThat(AddressParser.parse("Lale Mah. Gül Sok. No: 4").confidence()).isEqualTo(1);
        assertThat(AddressParser.parse("Lale Mah. Gül Sok. 4").confidence()).isLessThan(1);
        assertThat(AddressParser.parse("").confidence()).isZero();
        assertThat(AddressParser.parse("asdf qwer").confidence()).isZero();
    }

    @Test
    void aTelephoneNumberIsNotRepeated() {
        ParsedAddress address = AddressParser.parse("Lale Sok. No 4 tel 0532 111 22 33 veya +90(212)4445566");
        assertThat(address.toString()).doesNotContain("532", "4445566", "212");
    }

    @Test
    void aMisreadEncodingIsMended() {
        assertThat(parts(AddressParser.parse("ÝNÖNÜ MAH. IÞIK SOKAÐI NO 3")))
                .isEqualTo("NEIGHBOURHOOD=İNÖNÜ, STREET=IŞIK, DOOR=3");
    }

    @Test
    void aTextOfTenKilobytesIsReadInBounds() {
        ParsedAddress address = AddressParser.parse("\u202eLale Sok. No 4 " + "x1/".repeat(4000));
        assertThat(address.text(AddressPart.DOOR)).isPresent();
    }

    private static String parts(ParsedAddress address) {
        return address.parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue().text())
                .collect(Collectors.joining(", "));
    }
}
