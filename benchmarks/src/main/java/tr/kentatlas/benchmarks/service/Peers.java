package tr.kentatlas.benchmarks.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Other servers on the same database: nginx with the finished file, MapCache with the same file, MapServer making the tile. */
final class Peers implements AutoCloseable {
    private static final String WORKERS = "8";
    private static final int SMALLEST_TILE = 10_000;
    private static final int ORDINARY_TILE = 98_000;

    private final int webPort = ServedProcess.freePort();
    private final int mapcachePort = ServedProcess.freePort();
    private final int mapserverPort = ServedProcess.freePort();
    private final URI web = URI.create("http://127.0.0.1:" + webPort);
    private final List<ProcessHandle> processes = new ArrayList<>();
    private final Path folder;
    private final int[] tile;

    private Peers(Path folder, int[] tile) throws IOException {
        this.folder = folder;
        this.tile = tile;
    }

    static Peers start(BenchCity city, Path folder, URI ours) throws IOException, InterruptedException {
        Peers peers = new Peers(Files.createDirectories(folder), ordinaryTile(city, ours));
        peers.saveTile(ours);
        peers.write("mapcache.xml", PeerSettings.MAPCACHE_XML.formatted(folder, folder));
        peers.write("city.map", peers.mapFile(city));
        peers.write("pictures.map", peers.pictureMapFile(city));
        peers.write("mapserver.conf", PeerSettings.MAPSERVER_CONF);
        peers.write("nginx.conf", peers.nginxConf());
        peers.spawn(peers.mapcachePort, mapcacheProgram());
        peers.spawn(peers.mapserverPort, "/usr/lib/cgi-bin/mapserv");
        peers.processes.add(new ProcessBuilder(
                        "/usr/sbin/nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start()
                .toHandle());
        Thread.sleep(1500); // none of them says when it is ready
        return peers;
    }

    private String nginxConf() {
        return String.format(
                Locale.ROOT,
                PeerSettings.NGINX_CONF,
                webPort,
                folder,
                mapcachePort,
                mapserverPort,
                folder.resolve("city.map"),
                mapserverPort,
                folder.resolve("pictures.map"));
    }

    /** Pictures of the buildings, by request of the same standard. */
    Comparison pictures(BenchCity city, ServedProcess dynamic) {
        return new Pictures(city).comparison(dynamic.address(), web.resolve("/pictures"));
    }

    List<Comparison> comparisons(BenchCity city, ServedProcess cached, ServedProcess dynamic, String key) {
        Load.Call ours = new Load.Call(address(tile), "");
        Load cachedTile = new Load(cached.address(), List.of(ours));
        String xyz = tile[0] + "/" + tile[2] + "/" + tile[1];
        List<Load.Call> made = city.densestTiles().stream()
                .map(t -> new Load.Call(
                        "/mapserver?mode=tile&tilemode=gmap&layers=bina&tile=" + t[2] + "+" + t[1] + "+" + t[0], ""))
                .toList();
        List<Load.Call> publicTiles = new Queries(city, key)
                .tiles().stream().filter(call -> call.key().isEmpty()).toList();
        return List.of(
                new Comparison(
                        "cached tile",
                        "MapCache, the same body",
                        tiles("/mapcache/gmaps/bina@GoogleMapsCompatible/" + xyz + ".mvt"),
                        cachedTile::rate,
                        1.2),
                new Comparison("cached tile", "nginx, a file", tiles("/file/" + path() + ".mvt"), cachedTile::rate, 0),
                new Comparison(
                        "dynamic tile z14, public",
                        "MapServer",
                        tiles(made),
                        new Load(dynamic.address(), publicTiles)::rate,
                        0));
    }

    private Comparison.Rate tiles(String path) {
        return tiles(List.of(new Load.Call(path, "")));
    }

    /** A peer whose first answer is no tile (an error page, say) is not measured. */
    private Comparison.Rate tiles(List<Load.Call> calls) {
        Load load = new Load(web, calls);
        return seconds -> {
            byte[] first = Load.get(web.resolve(calls.getFirst().path()));
            if (first.length < SMALLEST_TILE) throw new IOException("no tile: " + new String(first, UTF_8));
            return load.rate(seconds);
        };
    }

    private String path() {
        return tile[0] + "/" + tile[1] + "/" + tile[2];
    }

    /** The densest ones hold thousands of buildings with all their attributes; what a cache serves is more like this. */
    private static int[] ordinaryTile(BenchCity city, URI ours) throws IOException, InterruptedException {
        List<int[]> tiles = city.densestTiles();
        int[] best = tiles.getFirst();
        int away = Integer.MAX_VALUE;
        for (int[] tile : tiles) {
            int size = Load.get(ours.resolve(address(tile))).length;
            if (Math.abs(size - ORDINARY_TILE) < away) {
                best = tile;
                away = Math.abs(size - ORDINARY_TILE);
            }
        }
        return best;
    }

    private static String address(int[] tile) {
        return "/ogc/collections/bina/tiles/WebMercatorQuad/" + tile[0] + "/" + tile[1] + "/" + tile[2];
    }

    /** Bytes of the cached tile. */
    long cachedBytes() throws IOException {
        return Files.size(folder.resolve("file/" + path() + ".mvt"));
    }

    private void saveTile(URI ours) throws IOException, InterruptedException {
        byte[] body = Load.get(ours.resolve(address(tile)));
        Path plain = folder.resolve("file/" + path() + ".mvt");
        Path cached = folder.resolve("cache/" + tile[0] + "/" + tile[2] + "/" + tile[1] + ".mvt");
        for (Path file : List.of(plain, cached)) {
            Files.createDirectories(file.getParent());
            Files.write(file, body);
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) path.toFile().setReadable(true, false);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Eight workers; told by a file of their ids, since the spawner leaves them alone. */
    private void spawn(int port, String program) throws IOException, InterruptedException {
        Path ids = folder.resolve(port + ".pids");
        Shell.run(
                Map.of(
                        "MAPCACHE_CONFIG_FILE", folder.resolve("mapcache.xml").toString(),
                        "MAPSERVER_CONFIG_FILE",
                                folder.resolve("mapserver.conf").toString()),
                List.of(
                        "spawn-fcgi",
                        "-a",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-F",
                        WORKERS,
                        "-P",
                        ids.toString(),
                        "--",
                        program));
        for (String id : Files.readAllLines(ids)) {
            if (!id.isBlank()) ProcessHandle.of(Long.parseLong(id.strip())).ifPresent(processes::add);
        }
    }

    private static String mapcacheProgram() throws IOException {
        for (String name :
                List.of("/usr/lib/cgi-bin/mapcache", "/usr/lib/cgi-bin/mapcache.fcgi", "/usr/bin/mapcache.fcgi")) {
            if (Files.isExecutable(Path.of(name))) return name;
        }
        throw new IOException("MapCache's program was not found.");
    }

    private String mapFile(BenchCity city) {
        String columns = city.tileFields().stream()
                .map(a -> a.column() + " AS \\\"" + a.name() + "\\\"")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                PeerSettings.MAP_FILE,
                city.address().host(),
                city.address().port(),
                city.address().user(),
                city.address().password().reveal(),
                columns);
    }

    private String pictureMapFile(BenchCity city) {
        return String.format(
                Locale.ROOT,
                PeerSettings.PICTURE_MAP_FILE,
                city.address().host(),
                city.address().port(),
                city.address().user(),
                city.address().password().reveal());
    }

    @Override
    public void close() {
        for (ProcessHandle process : processes) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        }
    }
}
