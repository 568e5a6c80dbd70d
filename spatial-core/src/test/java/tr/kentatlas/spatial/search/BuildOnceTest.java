package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.cluster.ServerAddress;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.sql.OneTransaction;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

/** An index is there whole or not at all, whoever builds it and whoever is killed at it. */
class BuildOnceTest {
    private static final SearchedCity CITY = SearchedCity.SHARED;
    private static final String HASTY = "hasty";
    private static final int HASTE_MILLIS = 300;

    @TempDir
    private Path folder;

    private PlaceIndexFolder indexes() {
        return new PlaceIndexFolder(folder);
    }

    @Test
    void whoIsKilledAtTheFirstIndexLeavesNoneAndTheNextBuildsAnew() throws Exception {
        killWhileItWrites("open");
        assertThat(indexes().find(CITY.edition)).isEmpty();
        assertThat(begun()).as("what was begun lies aside").isNotEmpty();
        assertWhole(indexes().open(CITY.edition, CITY.owner));
        assertThat(begun()).as("and is tidied away").isEmpty();
    }

    @Test
    void whoIsKilledAtBuildingAgainLeavesTheWholeOneOfBefore() throws Exception {
        CITY.copyIndexInto(folder);
        killWhileItWrites("build");
        Optional<PlaceIndex> left = indexes().find(CITY.edition);
        assertWhole(left.orElseThrow());
    }

    @Test
    void ofManyProcessesOneBuildsAndAllReadTheSame() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) all.add(BuildingProcess.start(CITY.owner, folder, "open"));
        int mostAtOnce = 0;
        List<Path> seen = new ArrayList<>();
        while (all.stream().anyMatch(Process::isAlive)) {
            List<Path> now = begun();
            Patience.aMoment();
            mostAtOnce = Math.max(mostAtOnce, now.size());
            now.stream().filter(path -> !seen.contains(path)).forEach(seen::add);
        }
        for (Process process : all) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains("places " + CITY.index.kinds().kinds().size());
        }
        assertThat(mostAtOnce).isEqualTo(1);
        assertThat(seen).as("folders ever begun").hasSize(1);
    }

    @Test
    void aDamagedIndexIsBuiltAgain() throws IOException {
        CITY.copyIndexInto(folder);
        try (Stream<Path> files = Files.list(folder.resolve("1"))) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".cfs") || path.toString().endsWith(".fdt"))
                    .toList()) {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
        }
        assertThat(indexes().find(CITY.edition)).isEmpty();
        assertWhole(indexes().open(CITY.edition, CITY.owner));
    }

    @Test
    void anIndexOfOtherRowsIsNotTakenWhateverTheirNumbers() {
        CITY.copyIndexInto(folder);
        Map<String, Edition.Entry> others = new LinkedHashMap<>(CITY.edition.types());
        others.replaceAll((name, entry) -> name.equals("numarataj") ? withOtherRows(entry) : entry);
        Edition restored = new Edition(CITY.edition.release(), CITY.edition.publishedAt(), CITY.edition.srid(), others);
        assertThat(indexes().find(restored)).isEmpty();
        assertThat(indexes().find(CITY.edition)).get().satisfies(PlaceIndex::close);
    }

    @Test
    void theIndexesOfKeptReleasesStayHoweverManyDraftsWereMadeSince() throws IOException {
        CITY.copyIndexInto(folder);
        Files.createDirectory(folder.resolve("7"));
        Edition later = new Edition(9, CITY.edition.publishedAt(), CITY.edition.srid(), CITY.edition.types());
        indexes().open(later, CITY.owner).close();
        assertThat(folder.resolve("1")).isDirectory();
        assertThat(folder.resolve("7")).as("of a draft that was replaced").doesNotExist();
        assertThat(indexes().find(later)).get().satisfies(PlaceIndex::close);
    }

    /** The service builds one that is lost before the wall it answers questions at, where a statement has seconds. */
    @Test
    void aStatementMayLastAsLongAsItMustForWhoHasLittleTimeElse() throws Exception {
        String parcels = "acik_" + CITY.edition.find("parsel").orElseThrow().snapshot() + ".parsel";
        CompletableFuture<PlaceIndex> opened;
        try (Connection other = CITY.owner.getConnection();
                OneTransaction holding = OneTransaction.on(other)) {
            holding.execute("LOCK TABLE " + parcels + " IN ACCESS EXCLUSIVE MODE");
            opened = CompletableFuture.supplyAsync(
                    () -> indexes().open(CITY.edition, hasty()), Thread::startVirtualThread);
            while (!opened.isDone() && !hasLastedTooLong()) Patience.aMoment();
        }
        assertWhole(opened.get(60, TimeUnit.SECONDS));
    }

    private static DataSource hasty() {
        ServerAddress server = PostgisServer.shared().address();
        PGSimpleDataSource source = PostgisServer.shared()
                .as(CITY.owner, server.user(), server.password().reveal());
        source.setOptions("-c statement_timeout=" + HASTE_MILLIS);
        source.setApplicationName(HASTY);
        return source;
    }

    private static boolean hasLastedTooLong() {
        return JdbcClient.create(CITY.owner)
                .sql(
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = ? AND wait_event_type = 'Lock'"
                                + " AND clock_timestamp() - query_start > ?::interval)")
                .params(HASTY, 2 * HASTE_MILLIS + " ms")
                .query(Boolean.class)
                .single();
    }

    /** As after a backup of an earlier day was restored and released again: the same number of the snapshot, as many rows. */
    private static Edition.Entry withOtherRows(Edition.Entry e) {
        return new Edition.Entry(
                e.type(),
                e.model(),
                e.snapshot(),
                "of other rows",
                e.rows(),
                e.extent(),
                e.decision(),
                e.hasForms(),
                e.lineage());
    }

    private void killWhileItWrites(String what) throws Exception {
        Process process = BuildingProcess.start(CITY.owner, folder, what);
        while (process.isAlive() && begun().stream().noneMatch(BuildOnceTest::hasFiles)) Patience.aMoment();
        boolean wasAtIt = process.isAlive();
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wasAtIt)
                .as(() -> new String(bytes(process), StandardCharsets.UTF_8))
                .isTrue();
    }

    private static void assertWhole(PlaceIndex index) {
        try (index) {
            assertThat(index.stamp()).isEqualTo(CITY.index.stamp());
            assertThat(index.kinds()).isEqualTo(CITY.index.kinds());
            assertThat(index.search(SearchQuestion.of("112/10"), null, 1).places())
                    .isEqualTo(CITY.index
                            .search(SearchQuestion.of("112/10"), null, 1)
                            .places());
        }
    }

    private List<Path> begun() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(IndexBuild::isAside).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasFiles(Path begun) {
        try (Stream<Path> files = Files.list(begun)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false; // put in place this moment
        }
    }

    private static byte[] bytes(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
