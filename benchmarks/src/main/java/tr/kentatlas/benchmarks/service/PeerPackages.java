package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The other servers as Debian packages. */
final class PeerPackages {
    private PeerPackages() {}

    static void install() throws IOException, InterruptedException {
        boolean there = Files.exists(Path.of("/usr/sbin/nginx"))
                && Files.exists(Path.of("/usr/lib/cgi-bin/mapserv"))
                && Files.exists(Path.of("/usr/bin/spawn-fcgi"))
                && Load.hasWrk();
        if (there) return;
        Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1");
        Shell.run(quiet, List.of("apt-get", "-q", "update"));
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-y", "install", "--no-install-recommends"));
        command.addAll(List.of("cgi-mapserver", "mapcache-cgi", "nginx-light", "gdal-bin", "wrk", "spawn-fcgi"));
        Shell.run(quiet, command);
    }

    /** Of the packages, as Debian tells them. */
    static String versions() throws IOException, InterruptedException {
        return Shell.run(
                        Map.of(),
                        List.of(
                                "dpkg-query",
                                "-W",
                                "-f",
                                "${Package} ${Version}, ",
                                "nginx-light",
                                "mapcache-cgi",
                                "cgi-mapserver",
                                "wrk"))
                .replaceFirst(", $", "");
    }
}
