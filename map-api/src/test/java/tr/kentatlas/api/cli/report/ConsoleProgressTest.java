package tr.kentatlas.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.progress.Progress;

class ConsoleProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aStepShowsShareRateAndTimeLeft() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.PLAIN_LINES);
        try (Progress.Step step = progress.begin("Loading", 30_000)) {
            step.at(10_000);
            nanos.set(2_000_000_000L);
            progress.paint();
            step.at(30_000);
            step.at(20_000);
            step.done();
        }
        assertThat(written()).isEqualTo("""
                        Loading: 33 % (10,000 of 30,000), 5,000/s, 4.0 s left
                        Loading: 30,000 in 2.0 s
                        """);
    }

    @Test
    void whatIsReadIsToldInItsUnit() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.PLAIN_LINES);
        try (Progress.Step step = progress.begin("Reading", 30_000_000, Progress.Unit.BYTES)) {
            step.at(7_500_000);
            nanos.set(2_000_000_000L);
            progress.paint();
            step.done();
        }
        for (Progress.Unit unit : Progress.Unit.values()) {
            try (Progress.Step step = progress.begin("Reading", 350, unit)) {
                step.at(350);
                step.done();
            }
        }
        assertThat(written()).isEqualTo("""
                        Reading: 25 % (7.5 MB of 30 MB), 3.8 MB/s, 6.0 s left
                        Reading: 7.5 MB in 2.0 s
                        Reading: 350 in 0.0 s
                        Reading: 350 records in 0.0 s
                        Reading: 1 kB in 0.0 s
                        """);
    }

    @Test
    void theBarIsRedrawnOnATerminal() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.TERMINAL);
        try (Progress.Step step = progress.begin("Loading", 4)) {
            step.at(2);
            nanos.set(1_000_000_000L);
            progress.paint();
        }
        assertThat(written()).contains("\r\u001b[2KLoading [############............] 50 % (2 of 4), 2/s, 1.0 s left");
    }

    @Test
    void anInnerStepStandsBelowItsOuterOne() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.PLAIN_LINES);
        progress.step("Loading", () -> progress.step("Roads", () -> nanos.set(75_000_000_000L)));
        assertThat(written()).isEqualTo("""
                        Loading
                          Roads: done in 1 min 15 s
                        Loading: done in 1 min 15 s
                        """);
    }

    @Test
    void aFailureIsPassedOnAndSaid() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.PLAIN_LINES);
        assertThatThrownBy(() -> progress.step("Loading", () -> {
                    throw new UserError("The file is broken.");
                }))
                .hasMessage("The file is broken.");
        assertThat(written()).isEqualTo("Loading: failed\n");
    }

    @Test
    void aStepThatBreaksHalfWayHasFailedThereAndIsNotDone() {
        ConsoleProgress progress = progress(ConsoleProgress.Style.PLAIN_LINES);
        assertThatThrownBy(() -> {
                    try (Progress.Step step = progress.begin("Loading", 30_000)) {
                        step.at(10_000);
                        throw new UserError("The file is broken.");
                    }
                })
                .hasMessage("The file is broken.");
        try (Progress.Step step = progress.begin("Indexing", Progress.UNKNOWN)) {
            step.at(7);
        }
        assertThat(written()).isEqualTo("Loading: failed after 10,000 of 30,000\nIndexing: failed after 7\n");
    }

    @Test
    void aStepWithNothingToDoIsDone() {
        try (Progress.Step step = progress(ConsoleProgress.Style.PLAIN_LINES).begin("Storing", 3)) {
            step.done();
        }
        assertThat(written()).isEqualTo("Storing: done in 0.0 s\n");
    }

    private ConsoleProgress progress(ConsoleProgress.Style style) {
        return new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), style, nanos::get);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
