package tr.kentatlas.spatial.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.FeatureType;

/**
 * The model and the database are one. With {@code -Dmodel.update=true} the missing tables and columns are written as new
 * migrations first; removing or changing a column is written by hand.
 */
class ModelMatchesDatabaseTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @BeforeAll
    static void writeWhatIsMissing() throws IOException {
        if (!Boolean.getBoolean("model.update")) return;
        SchemaComparison comparison = compare();
        for (var type : comparison.missingTypes()) {
            write(type.name(), new TableDdl(TestCity.MODEL, type).create());
        }
        for (var entry : comparison.missingAttributes().entrySet()) {
            write(entry.getKey().name() + "_more", new TableDdl(TestCity.MODEL, entry.getKey()).add(entry.getValue()));
        }
    }

    @Test
    void everyTypeAndAttributeHasItsTableAndColumn() {
        assertThat(compare().differences())
                .as("after -Dmodel.update=true run the test again: the migrations are read at its start")
                .isEmpty();
    }

    /** What migrations have made of each table by now is what the model would make of it anew. */
    @Test
    void indexesConstraintsTriggersDefaultsAndRightsAreThoseTheModelMakes() {
        DataSource city = TestCity.empty();
        JdbcClient jdbc = JdbcClient.create(city);
        SoftAssertions all = new SoftAssertions();
        for (FeatureType type : TestCity.MODEL.types()) {
            List<String> have = TableFacts.of(type.name(), jdbc);
            String anew = "DROP TABLE working.%1$s, working.%1$s_gecmis CASCADE;\n".formatted(type.name())
                    + new TableDdl(TestCity.MODEL, type).create();
            new JdbcTemplate(city).execute(anew.replace("${srid}", Integer.toString(TestCity.SRID)));
            all.assertThat(have).as(type.name()).containsExactlyElementsOf(TableFacts.of(type.name(), jdbc));
        }
        all.assertAll();
    }

    private static SchemaComparison compare() {
        return new SchemaComparison(TestCity.MODEL, TestCity.SRID, JdbcClient.create(TestCity.empty()));
    }

    /** Its name is greater than every one there is, in all modules: cities that are there take no earlier one. */
    private static void write(String what, String sql) throws IOException {
        String today = "V" + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneOffset.UTC)) + "_100";
        String[] last = Stream.concat(names(), Stream.of(today))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .split("_", 3);
        String name = last[0] + "_" + (Integer.parseInt(last[1]) + 1) + "__" + what + ".sql";
        Files.writeString(MIGRATIONS.resolve(name), sql);
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(".."),
                8,
                (path, attributes) -> path.endsWith(
                                Path.of("db", "migration", path.getFileName().toString()))
                        && !path.toString().contains("target"))) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .toList()
                    .stream();
        }
    }
}
