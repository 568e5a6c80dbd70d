package tr.kentatlas.registry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The dependency rule of the synchronisation: its steps know the tables and the registry in our words, never the registry's messages. */
@AnalyzeClasses(packages = "tr.kentatlas.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "tr.kentatlas.registry.";

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("tr.kentatlas.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_SYNCHRONISATION_KNOWS_NO_WEB = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tr.kentatlas.api..", "org.springframework.web..", "jakarta..");

    @ArchTest
    static final ArchRule PORT_KNOWS_NOBODY = room("port");

    @ArchTest
    static final ArchRule STORE = room("store", "port");

    @ArchTest
    static final ArchRule SOAP = room("soap", "port");

    @ArchTest
    static final ArchRule MAKS = room("maks", "soap", "port");

    @ArchTest
    static final ArchRule FILE = room("file", "soap", "port");

    @ArchTest
    static final ArchRule SIMULATOR = room("simulator", "soap", "port");

    @ArchTest
    static final ArchRule PULL = room("pull", "store", "port");

    @ArchTest
    static final ArchRule PUSH = room("push", "store", "port");

    @ArchTest
    static final ArchRule MATCH = room("match", "push", "store", "port");

    @ArchTest
    static final ArchRule CONFLICT = room("conflict", "push", "store", "port");

    @ArchTest
    static final ArchRule WORKLIST = room("worklist", "push", "store", "port");

    /** A room may use itself, the rooms named, and what does not belong to the house. */
    private static ArchRule room(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(room -> HOUSE + room + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(HOUSE + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage(HOUSE + ".")))
                .allowEmptyShould(false);
    }
}
