package tr.kentatlas.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The dependency rule of the web side: what every answer needs lies below, the parts of the mission beside one another, the commands above. */
@AnalyzeClasses(packages = "tr.kentatlas.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "tr.kentatlas.api.";

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("tr.kentatlas.api.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CITY_KNOWS_NOBODY = room("city");

    @ArchTest
    static final ArchRule HTTP = room("http", "city");

    @ArchTest
    static final ArchRule PAGE = room("page", "http", "city");

    @ArchTest
    static final ArchRule PROBLEM = room("problem", "page", "http", "city");

    @ArchTest
    static final ArchRule BODY = room("body", "problem", "page", "http", "city");

    @ArchTest
    static final ArchRule OPS = room("ops", "http", "city");

    @ArchTest
    static final ArchRule RENDER = room("render", "http", "city");

    @ArchTest
    static final ArchRule ACCESS = room("access", "problem", "page", "http", "ops", "city");

    @ArchTest
    static final ArchRule OGC_KNOWS_NO_PART_OF_THE_MISSION =
            room("ogc", "render", "access", "problem", "page", "http", "ops", "city");

    @ArchTest
    static final ArchRule GUIDE_KNOWS_NO_AGREEMENT_AND_NO_DESK =
            room("guide", "render", "access", "problem", "page", "http", "city");

    @ArchTest
    static final ArchRule PLANNING = room("planning", "access", "body", "problem", "page", "http", "city");

    @ArchTest
    static final ArchRule EXCHANGE = room("exchange", "access", "body", "problem", "page", "http", "ops", "city");

    @ArchTest
    static final ArchRule THEMATIC =
            room("thematic", "render", "ogc.tiles", "access", "body", "problem", "page", "http", "ops", "city");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMANDS = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + "cli..");

    /** A room may use itself, the rooms named, and what does not belong to the web side. */
    private static ArchRule room(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(others))
                .map(room -> HOUSE + room + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> neighbour = JavaClass.Predicates.resideInAnyPackage(allowed);
        return classes()
                .that()
                .resideInAPackage(HOUSE + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        neighbour.or(JavaClass.Predicates.resideOutsideOfPackage("tr.kentatlas.api..")));
    }
}
