package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.spatial.ingest.ImportBook;

/** Imports from the command line, over the city's database. */
class ImportCommandTest {
    private static final String HOUSE =
            "{\"type\":\"Feature\"%s,\"properties\":{\"adi\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[33,39.9],[33.001,39.9],[33.001,39.901],[33,39.9]]]}}";

    @TempDir
    private Path base;

    private final PGSimpleDataSource owner = SmallCity.few();

    @Test
    void aFileOfWhichEveryRecordIsRejectedFailsAndItsRecordsAreFound() throws IOException {
        Terminal terminal = new Terminal(owner, base);
        Path file = file(HOUSE.formatted("", "a"), HOUSE.formatted("", "b"));
        assertThat(terminal.run("import", file.toString())).isEqualTo(1);
        assertThat(terminal.out()).contains("2 records, 2 rejected", "--rejects 2");
        assertThat(terminal.run("import", "--rejects", "2")).isZero();
        assertThat(terminal.out()).isEqualTo("""
                        {"type":"bina","record":"1","key":"?","reason":"no identity"}
                        {"type":"bina","record":"2","key":"?","reason":"no identity"}
                        """);
        assertThat(terminal.run("import", "--rejects", "3")).isEqualTo(1);
        assertThat(terminal.err()).contains("There is no import 3.");
    }

    @Test
    void valuesThatAreLeftOutOfWhatIsTakenAreCounted() throws IOException {
        Path file =
                file(HOUSE.formatted(",\"id\":1", "a").replace("\"adi\"", "\"zeminUstuKatSayisi\":\"beş\",\"adi\""));
        Terminal terminal = new Terminal(owner, base);
        assertThat(terminal.run("import", file.toString())).isZero();
        assertThat(terminal.out()).contains("1 records, 0 rejected", "could not be read and were left out: 1\n");
    }

    @Test
    void aLaterDeliveryIsTheSameDataWhenItIsToldToBe() throws IOException {
        JdbcClient.create(owner).sql("DELETE FROM working.bina").update();
        Path november = file(HOUSE.formatted(",\"id\":1", "a"), HOUSE.formatted(",\"id\":2", "b"));
        Path december = Files.copy(november, base.resolve("bina_2026_12.geojson"));
        Terminal terminal = new Terminal(owner, base);
        terminal.run("import", "--dataset", "kadastro", november.toString());
        terminal.run("import", "--dataset", "kadastro", "--type", "bina", december.toString());
        assertThat(terminal.out()).contains("0 new", "2 as before").doesNotContain("--dataset");
        terminal.run("import", "--type", "bina", december.toString());
        assertThat(terminal.out()).contains("of bina nearly all is new beside 2 that were there", "--dataset NAME");
    }

    @Test
    void aFileOfWhichSomethingIsTakenSucceeds() throws IOException {
        Path file = file(HOUSE.formatted(",\"id\":1", "a"), HOUSE.formatted("", "b"));
        assertThat(new Terminal(owner, base).run("import", file.toString())).isZero();
    }

    @Test
    void anImportAndWhoReadsItsRejectsAreInTheAudit() throws IOException {
        Terminal terminal = new Terminal(owner, base);
        Path file = file(HOUSE.formatted(",\"id\":1", "a"), HOUSE.formatted("", "b"));
        assertThat(terminal.run("import", "--by", "ayse", file.toString())).isZero();
        assertThat(terminal.run("import", "--by", "ayse", "--rejects", "2")).isZero();
        assertThat(terminal.run(
                        "import", "--by", "ayse", base.resolve("none.geojson").toString()))
                .isEqualTo(1);
        assertThat(JdbcClient.create(owner)
                        .sql("SELECT concat_ws(' ', caller, action, subject, items, detail->>'layers')"
                                + " FROM access.audit ORDER BY at")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("kent:ayse import 2 1 bina", "kent:ayse read.rejects 2 1");
    }

    @Test
    void whatWasEditedHereIsNotOverwrittenUnlessThatIsSaid() throws IOException {
        Terminal terminal = new Terminal(owner, base);
        Path file = file(HOUSE.formatted(",\"id\":1", "Çınar"));
        assertThat(terminal.run("import", file.toString())).isZero();
        JdbcClient.create(owner)
                .sql("UPDATE working.bina SET adi = 'Çınar Apartmanı' WHERE adi = 'Çınar'")
                .update();
        assertThat(terminal.run("import", file.toString())).isEqualTo(1);
        assertThat(terminal.err())
                .startsWith("Nothing of bina.geojson was imported")
                .contains("(records: 1): bina ", ": adi. ", "--keep-edits", "--overwrite-edits")
                .hasLineCount(1);
        assertThat(terminal.run("import", "--keep-edits", file.toString())).isZero();
        assertThat(terminal.out()).contains("left as they are: 1");
        assertThat(terminal.run("import", "--overwrite-edits", file.toString())).isZero();
        assertThat(terminal.out()).contains("1 changed");
        assertThat(terminal.run("import", "--keep-edits", "--overwrite-edits", file.toString()))
                .isEqualTo(2);
        assertThat(terminal.run("import", "--dataset", "binalar", file.toString(), file.toString()))
                .isEqualTo(2);
    }

    @Test
    void theZoneThatABrokenFirstFileDecidedIsNotTakenForAnothersData() throws IOException {
        JdbcClient.create(owner).sql("DELETE FROM ingest.import").update();
        Path file = Files.writeString(
                base.resolve("monaco.geojson"),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32632\"}},"
                        + "\"features\":[{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[372000,4843000],[372010,4843000],[372010,4843010],[372000,4843000]]]}}]}");
        Terminal terminal = new Terminal(owner, base);
        assertThat(terminal.run("import", "--type", "bina", file.toString())).isEqualTo(1);
        assertThat(terminal.err())
                .contains("is stored in EPSG:5255", "where EPSG:32632 is right", "--city NAME")
                .hasLineCount(1);
        assertThat(new ImportBook(owner).isEmpty()).isTrue();
    }

    private Path file(String... features) throws IOException {
        return Files.writeString(
                base.resolve("bina.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }
}
