package tr.kentatlas.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;

class FileRegistryTest {
    @TempDir
    private Path folder;

    @Test
    void doorsAreReadHoweverASpreadsheetWroteThem() throws IOException {
        write("numarataj.csv", """
                KIMLIKNO;mahalle_kimlik_no;CsbmKimlikNo;KapiNo;Tip;YapiKimlikNo;Yeni
                281644377.0;10319;226604;"12/A";anaGiris;;x
                 281644378 ;10319;226604;"a;""b""\";anaGiris;5.0;y
                281644379;10320;226604;7;anaGiris;;
                281644380;10319;;8;anaGiris;;
                """, StandardCharsets.UTF_8);
        RegistryPage<RegisteredDoor> page = FileRegistry.in(folder).list(RegistryList.DOORS, 10_319, 1);
        assertThat(page.rows()).extracting(RegisteredDoor::code).containsExactly(281_644_377L, 281_644_378L);
        assertThat(page.rows()).extracting(RegisteredDoor::number).containsExactly("12/A", "a;\"b\"");
        assertThat(page.rows().getLast().building()).isEqualTo(5L);
        assertThat(page.rows().getFirst().building()).isNull();
        assertThat(page.rows()).allMatch(door -> door.revision().active());
        assertThat(page.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo("numarataj.csv:5");
            assertThat(fault.answer().said()).isEqualTo(Remark.of(Saying.ELEMENT_LACKS, "Satir", "CsbmKimlikNo"));
        });
        assertThat(page.isLast()).isTrue();
    }

    @Test
    void aRowThatNamesNoNeighbourhoodIsNoFaultOfAnother() throws IOException {
        write("csbm.csv", "KimlikNo,MahalleKimlikNo,Ad,Tip\n1,2,LALE,4\n3,,GÜL,4\n", StandardCharsets.UTF_8);
        RegistryPage<RegisteredStreet> page = FileRegistry.in(folder).list(RegistryList.STREETS, 2, 1);
        assertThat(page.rows()).hasSize(1);
        assertThat(page.faults()).isEmpty();
    }

    @Test
    void aFileWithoutTheColumnOfTheNeighbourhoodIsNoExport() throws IOException {
        write("csbm.csv", "KimlikNo,Ad,Tip\n1,LALE,4\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FileRegistry.in(folder).list(RegistryList.STREETS, 2, 1))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageContaining("MahalleKimlikNo");
    }

    @Test
    void aFileThatWasReplacedIsReadAgain() throws IOException {
        FileRegistry registry = FileRegistry.in(folder);
        String head = "KimlikNo,MahalleKimlikNo,Ad,Tip\n";
        write("csbm.csv", head + "1,2,LALE,4\n", StandardCharsets.UTF_8);
        assertThat(registry.list(RegistryList.STREETS, 2, 1).rows()).hasSize(1);
        write("csbm.csv", head + "1,2,LALE,4\n3,2,GÜL,4\n", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(folder.resolve("csbm.csv"), FileTime.fromMillis(1));
        assertThat(registry.list(RegistryList.STREETS, 2, 1).rows()).hasSize(2);
    }

    @Test
    void turkishEncodingsAreBothRead() throws IOException {
        String text = "KimlikNo,MahalleKimlikNo,Ad,Tip\r\n1,2,IŞIKLI ÇİĞDEM,4\r\n";
        write("csbm.csv", text, Charset.forName("windows-1254"));
        assertThat(name()).isEqualTo("IŞIKLI ÇİĞDEM");
        write("csbm.csv", "\ufeff" + text, StandardCharsets.UTF_8);
        assertThat(name()).isEqualTo("IŞIKLI ÇİĞDEM");
    }

    private String name() {
        return FileRegistry.in(folder)
                .list(RegistryList.STREETS, 2, 1)
                .rows()
                .getFirst()
                .name();
    }

    /** As of a city whose export is sorted by the streets' numbers; nothing of it but their places is kept. */
    @Test
    void theStreetsOfANeighbourhoodAreFoundWhereverInTheFileTheyStand() throws IOException {
        StringBuilder text = new StringBuilder("KimlikNo;MahalleKimlikNo;Ad;Tip\n");
        for (int i = 1; i <= 3_000; i++)
            text.append(i)
                    .append(';')
                    .append(i % 7 < 3 ? 1 : i % 5 + 2)
                    .append(";\"ÇİĞDEM\n")
                    .append(i)
                    .append("\";4\n\n");
        write("csbm.csv", text + "x;2;SON;4", StandardCharsets.UTF_8);
        FileRegistry registry = FileRegistry.in(folder);
        int found = 0;
        for (long neighbourhood = 1; neighbourhood <= 6; neighbourhood++) {
            RegistryPage<RegisteredStreet> page = registry.list(RegistryList.STREETS, neighbourhood, 1);
            assertThat(page.rows()).allMatch(street -> street.name().equals("ÇİĞDEM\n" + street.code()));
            found += page.rows().size();
            assertThat(page.faults())
                    .hasSize(neighbourhood == 2 ? 1 : 0)
                    .allMatch(f -> f.row().equals("csbm.csv:3002"));
        }
        assertThat(found).isEqualTo(3_000);
    }

    @Test
    void aMissingFileIsToldByItsName() {
        assertThatThrownBy(() -> FileRegistry.in(folder).list(RegistryList.UNITS, 1, 1))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageContaining("bagimsiz_bolum.csv");
    }

    private void write(String file, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(charset));
    }
}
