package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.RunRecord;
import tr.kentatlas.api.cli.instance.StoppedToo;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.cli.report.UserError;

/** {@code kent up --detach}: the same program once more, in a session of its own, watched until it serves. */
final class Background {
    private final Workplace kent;
    private final Instance instance;
    private long relayed;

    Background(Workplace kent, Instance instance) {
        this.kent = kent;
        this.instance = instance;
    }

    int start(WebPort port, Optional<CityFile> file, List<String> more) throws InterruptedException {
        instance.makeFolder();
        try {
            Files.deleteIfExists(instance.startLog());
            Process process = new ProcessBuilder(command(port, file, more))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(instance.startLog().toFile())
                    .start();
            return watch(process);
        } catch (IOException e) {
            throw new UserError("Cannot start in the background: " + e.getMessage() + ".", e);
        }
    }

    private List<String> command(WebPort port, Optional<CityFile> file, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                "setsid", Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dkent.tty=false");
        Class<?> program = kent.program();
        command.addAll(program(program.getName(), program.getClassLoader(), System.getProperty("java.class.path")));
        command.addAll(List.of("--data", kent.base().toString()));
        command.addAll(List.of("up", "--name", instance.name(), "--port", Integer.toString(port.number())));
        command.add("--without-first-admin"); // its password must not end in the file this one's words go to
        command.addAll(more);
        file.ifPresent(f -> command.addAll(List.of("--city", f.path().toString())));
        return command;
    }

    /** How this program is named to Java: by its class, or, when a launcher took it out of one jar, by that jar. */
    static List<String> program(String name, @Nullable ClassLoader loader, String classPath) {
        return ClassLoader.getSystemClassLoader().equals(loader)
                ? List.of("-cp", classPath, name)
                : List.of("-jar", Path.of(classPath).toAbsolutePath().toString());
    }

    /** Ctrl-C while it still loads stops the one in the background, too. */
    private int watch(Process process) throws IOException, InterruptedException {
        StoppedToo stopToo = new StoppedToo(process);
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            relay();
            if (serves(process)) {
                stopToo.close();
                relay();
                return 0;
            }
        }
        relay();
        return process.exitValue();
    }

    private boolean serves(Process process) {
        return RunRecord.find(instance)
                .filter(run -> run.pid() == process.pid())
                .flatMap(RunRecord::address)
                .isPresent();
    }

    private void relay() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(instance.startLog().toFile(), "r")) {
            log.seek(relayed);
            byte[] fresh = new byte[(int) Math.min(log.length() - relayed, 1 << 20)];
            log.readFully(fresh);
            relayed += fresh.length;
            System.err.print(new String(fresh, StandardCharsets.UTF_8));
        }
    }
}
