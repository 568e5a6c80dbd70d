package tr.kentatlas.spatial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import tr.kentatlas.spatial.store.PublishedTable;

/** The house's dependency rule: which room of spatial-core may know which. */
@AnalyzeClasses(packages = "tr.kentatlas.spatial", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "tr.kentatlas.spatial..";

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("tr.kentatlas.spatial.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_WEB = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tr.kentatlas.api..", "tr.kentatlas.registry..", "org.springframework.web..", "jakarta..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NOBODY = room("model");

    @ArchTest
    static final ArchRule FEATURE_KNOWS_NOBODY = room("feature");

    @ArchTest
    static final ArchRule ADDRESS_KNOWS_NOBODY = room("address");

    @ArchTest
    static final ArchRule TILE_KNOWS_NOBODY = room("tile");

    @ArchTest
    static final ArchRule OUTSIDE_KNOWS_NOBODY = room("outside");

    @ArchTest
    static final ArchRule STORE = room("store", "model", "feature", "tile");

    @ArchTest
    static final ArchRule SQL_KNOWS_NOBODY = room("store.sql");

    @ArchTest
    static final ArchRule COPIES = room("store.copy", "model", "feature");

    @ArchTest
    static final ArchRule ROWS = room("store.row", "model", "feature");

    @ArchTest
    static final ArchRule FILTERS = room("store.filter", "store.sql", "model", "feature");

    /** Whoever answers for a grant has a table's rows from {@code GrantedRows}, with the grant's conditions, and cannot name it. */
    @ArchTest
    static final ArchRule GRANTS_NAME_NO_TABLE = noClasses()
            .that()
            .resideInAnyPackage(
                    "tr.kentatlas.spatial.store.map..",
                    "tr.kentatlas.spatial.store.thematic..",
                    "tr.kentatlas.spatial.feed..",
                    "tr.kentatlas.spatial.planning..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PublishedTable.class);

    @ArchTest
    static final ArchRule RELEASE = room("release", "store", "model", "feature", "tile", "progress");

    @ArchTest
    static final ArchRule SEARCH = room("search", "store", "release", "model", "address", "progress");

    @ArchTest
    static final ArchRule FEED = room("feed", "store", "model", "feature");

    @ArchTest
    static final ArchRule PLANNING = room("planning", "store", "model", "feature");

    @ArchTest
    static final ArchRule SAMPLE = room("sample", "ingest", "model", "feature", "address", "progress");

    /** A room may use itself, the rooms named, what constants are called, and what does not belong to the house. */
    private static ArchRule room(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name, "word"), Stream.of(others))
                .map(room -> "tr.kentatlas.spatial." + room + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("tr.kentatlas.spatial." + name + "..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed)
                        .or(JavaClass.Predicates.resideOutsideOfPackage(HOUSE)))
                .allowEmptyShould(false);
    }
}
