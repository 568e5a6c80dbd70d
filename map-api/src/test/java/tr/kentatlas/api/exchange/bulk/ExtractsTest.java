package tr.kentatlas.api.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** The files partners fetch are the service's own, and only whole ones are kept. */
class ExtractsTest {
    @TempDir
    private Path base;

    @Test
    void noOtherAccountOfTheMachineReadsThem() throws Exception {
        Path folder = Files.createDirectories(base.resolve("exchange"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        new Extracts(List.of(), folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatCouldNotBeWrittenToItsEndIsNotLeftBehind() throws Exception {
        Path folder = base.resolve("exchange");
        Extracts extracts = new Extracts(List.of(), folder);
        Edition edition =
                new Editions(JdbcClient.create(SmallCity.database())).find(1).orElseThrow();
        View view = View.visitor(edition);
        assertThatThrownBy(() -> extracts.get(view, view.type("bina"), new Breaking()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFeaturesOfAFileAreToldAsOftenAsItIsFetchedWithoutBeingHeld() throws Exception {
        Path file = base.resolve("ids");
        List<UUID> written = Stream.generate(UUID::randomUUID).limit(10_000).toList();
        try (Identities.Writer ids = new Identities.Writer(file)) {
            written.forEach(ids);
        }
        for (int fetched = 0; fetched < 2; fetched++) {
            List<UUID> told = new ArrayList<>();
            new Identities(file).forEach(told::add);
            assertThat(told).isEqualTo(written);
        }
    }

    /** Each holds a connection of the partners' wall all the while. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void twoAreMadeAtATimeAndWhoeverComesThenIsSentAway() throws Exception {
        Extracts extracts = new Extracts(List.of(), base.resolve("exchange"));
        View view = View.visitor(
                new Editions(JdbcClient.create(SmallCity.database())).find(1).orElseThrow());
        CountDownLatch began = new CountDownLatch(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Slow slow = new Slow(began, mayEnd);
        List<CompletableFuture<?>> made = new ArrayList<>();
        for (String type : List.of("bina", "parsel"))
            made.add(CompletableFuture.supplyAsync(
                    () -> extracts.get(view, view.type(type), slow), ExtractsTest::besides));
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> extracts.get(view, view.type("agac"), slow))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("service.files");
        mayEnd.countDown();
        made.forEach(CompletableFuture::join);
        extracts.get(view, view.type("agac"), slow);
    }

    /** The pool all share has one thread on a machine of two processors. */
    private static void besides(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    /** Goes on when it may. */
    private record Slow(CountDownLatch began, CountDownLatch mayEnd) implements FeatureFile {
        @Override
        public String suffix() {
            return "slow";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public void write(Edition edition, VisibleType type, Path file, Consumer<UUID> told) throws IOException {
            began.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Files.writeString(file, type.type().name());
        }
    }

    private static final class Breaking implements FeatureFile {
        @Override
        public String suffix() {
            return "half";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public void write(Edition edition, VisibleType type, Path file, Consumer<UUID> told) throws IOException {
            told.accept(UUID.randomUUID());
            Files.writeString(file, "half");
            throw new IOException("the disk is full");
        }
    }
}
