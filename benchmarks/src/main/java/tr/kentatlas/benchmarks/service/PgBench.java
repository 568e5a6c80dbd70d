package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tr.kentatlas.cluster.PostgresInstallation;

/** Queries per second of SQL alone: pgbench, eight clients, prepared statements, the queries in turn. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final BenchCity city;
    private final List<Path> scripts = new ArrayList<>();

    PgBench(BenchCity city, Path folder, String name, List<String> queries) throws IOException {
        this.city = city;
        Files.createDirectories(folder);
        for (int i = 0; i < queries.size(); i++) {
            scripts.add(Files.writeString(folder.resolve(name + "-" + i + ".sql"), queries.get(i) + ";\n"));
        }
    }

    double rate(int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PostgresInstallation.find().program("pgbench").toString(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "8",
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                "-h",
                city.address().host(),
                "-p",
                Integer.toString(city.address().port()),
                "-U",
                city.address().user()));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.add("kent");
        return Shell.number(
                Shell.run(Map.of("PGPASSWORD", city.address().password().reveal()), command), RATE);
    }
}
