package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Other servers on the same database: nginx with the finished file, MapCache with the same file, MapServer making the tile. */
@SuppressWarnings("InlineFormatString") // whole configuration files read better at the end
final class Peers implements AutoCloseable {
    private static final int WEB = 18_080;
    private static final int MAPCACHE = 18_081;
    private static final int MAPSERVER = 18_082;
    private static final String WORKERS = "8";

    private final URI web = URI.create("http://127.0.0.1:" + WEB);
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int[] tile;

    private Peers(Path folder, int[] tile) {
        this.folder = folder;
        this.tile = tile;
    }

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

    static Peers start(BenchCity city, Path folder, URI ours) throws IOException, InterruptedException {
        Peers peers =
                new Peers(Files.createDirectories(folder), city.densestTiles().getFirst());
        peers.saveTile(ours);
        peers.write("mapcache.xml", MAPCACHE_XML.formatted(folder, folder));
        peers.write("city.map", peers.mapFile(city));
        peers.write(
                "nginx.conf",
                String.format(
                        Locale.ROOT,
                        NGINX_CONF,
                        WEB,
                        folder,
                        MAPCACHE,
                        folder.resolve("mapcache.xml"),
                        MAPSERVER,
                        folder.resolve("city.map")));
        peers.spawn(MAPCACHE, mapcacheProgram());
        peers.spawn(MAPSERVER, "/usr/lib/cgi-bin/mapserv");
        peers.processes.add(new ProcessBuilder(
                        "/usr/sbin/nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start());
        Thread.sleep(1500); // none of them says when it is ready
        return peers;
    }

    List<Comparison> comparisons(BenchCity city, ServedProcess cached, ServedProcess dynamic, String key) {
        Load.Call ours = new Load.Call("/ogc/collections/bina/tiles/WebMercatorQuad/" + path(), "");
        Load file = new Load(web, List.of(new Load.Call("/file/" + path() + ".mvt", "")));
        String xyz = tile[0] + "/" + tile[2] + "/" + tile[1];
        Load cache =
                new Load(web, List.of(new Load.Call("/mapcache/gmaps/bina@GoogleMapsCompatible/" + xyz + ".mvt", "")));
        List<Load.Call> made = city.densestTiles().stream()
                .map(t -> new Load.Call(
                        "/mapserver?mode=tile&tilemode=gmap&layers=bina&tile=" + t[2] + "+" + t[1] + "+" + t[0], ""))
                .toList();
        List<Load.Call> publicTiles = new Queries(city, key)
                .tiles().stream().filter(call -> call.key().isEmpty()).toList();
        return List.of(
                new Comparison(
                        "cached tile", "MapCache", cache::rate, new Load(cached.address(), List.of(ours))::rate, 1.2),
                new Comparison(
                        "cached tile", "nginx, a file", file::rate, new Load(cached.address(), List.of(ours))::rate, 0),
                new Comparison(
                        "dynamic tile z14, public",
                        "MapServer",
                        new Load(web, made)::rate,
                        new Load(dynamic.address(), publicTiles)::rate,
                        0));
    }

    private String path() {
        return tile[0] + "/" + tile[1] + "/" + tile[2];
    }

    private void saveTile(URI ours) throws IOException, InterruptedException {
        URI address = ours.resolve("/ogc/collections/bina/tiles/WebMercatorQuad/" + path());
        try (HttpClient client = HttpClient.newHttpClient()) {
            byte[] body = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            Path plain = folder.resolve("file/" + path() + ".mvt");
            Path cached = folder.resolve("cache/" + tile[0] + "/" + tile[2] + "/" + tile[1] + ".mvt");
            for (Path file : List.of(plain, cached)) {
                Files.createDirectories(file.getParent());
                Files.write(file, body);
            }
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) path.toFile().setReadable(true, false);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void spawn(int port, String program) throws IOException {
        processes.add(new ProcessBuilder(
                        "spawn-fcgi",
                        "-n",
                        "-a",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-F",
                        WORKERS,
                        "--",
                        program)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(port + ".out").toFile())
                .start());
    }

    private static String mapcacheProgram() throws IOException {
        for (String name :
                List.of("/usr/lib/cgi-bin/mapcache", "/usr/lib/cgi-bin/mapcache.fcgi", "/usr/bin/mapcache.fcgi")) {
            if (Files.isExecutable(Path.of(name))) return name;
        }
        throw new IOException("MapCache's program was not found.");
    }

    private String mapFile(BenchCity city) {
        String columns = city.fields("acik").stream()
                .map(a -> a.column() + " AS \\\"" + a.name() + "\\\"")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                MAP_FILE,
                city.address().host(),
                city.address().port(),
                city.address().user(),
                city.address().password().reveal(),
                columns);
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final String MAPCACHE_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <mapcache>
              <cache name="disk" type="disk" layout="template">
                <template>%s/cache/{z}/{x}/{inv_y}.{ext}</template>
              </cache>
              <format name="mvt" type="RAW">
                <extension>mvt</extension>
                <mime_type>application/vnd.mapbox-vector-tile</mime_type>
              </format>
              <tileset name="bina">
                <cache>disk</cache>
                <grid>GoogleMapsCompatible</grid>
                <format>mvt</format>
              </tileset>
              <service type="gmaps" enabled="true"/>
              <errors>report</errors>
              <lock_dir>%s</lock_dir>
            </mapcache>
            """;

    private static final String MAP_FILE = """
            MAP
              NAME "city"
              EXTENT -20037508 -20037508 20037508 20037508
              UNITS METERS
              PROJECTION "init=epsg:3857" END
              OUTPUTFORMAT NAME "mvt" DRIVER MVT EXTENSION "pbf" FORMATOPTION "EDGE_BUFFER=16" END
              IMAGETYPE "mvt"
              LAYER
                NAME "bina"
                TYPE POLYGON
                STATUS ON
                PROJECTION "init=epsg:3857" END
                CONNECTIONTYPE POSTGIS
                CONNECTION "host=%s port=%d user=%s password=%s dbname=kent"
                PROCESSING "CLOSE_CONNECTION=DEFER"
                DATA "geom FROM (SELECT sira, geom, %s FROM floor.acik) AS t USING UNIQUE sira USING SRID=3857"
                METADATA "gml_include_items" "all" END
              END
            END
            """;

    private static final String NGINX_CONF = """
            daemon off;
            worker_processes 2;
            pid nginx.pid;
            error_log nginx-error.log;
            user root;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              open_file_cache max=1000;
              types { application/vnd.mapbox-vector-tile mvt; }
              server {
                listen 127.0.0.1:%d;
                root %s;
                location /file/ {}
                location /mapcache/ {
                  fastcgi_pass 127.0.0.1:%d;
                  fastcgi_split_path_info ^(/mapcache)(/.*)$;
                  fastcgi_param SCRIPT_NAME $fastcgi_script_name;
                  fastcgi_param PATH_INFO $fastcgi_path_info;
                  fastcgi_param REQUEST_METHOD $request_method;
                  fastcgi_param QUERY_STRING $query_string;
                  fastcgi_param SERVER_NAME 127.0.0.1;
                  fastcgi_param SERVER_PORT $server_port;
                  fastcgi_param HTTP_HOST $host;
                  fastcgi_param MAPCACHE_CONFIG_FILE %s;
                  fastcgi_keep_conn on;
                }
                location /mapserver {
                  fastcgi_pass 127.0.0.1:%d;
                  fastcgi_param REQUEST_METHOD $request_method;
                  fastcgi_param QUERY_STRING $query_string;
                  fastcgi_param SERVER_NAME 127.0.0.1;
                  fastcgi_param SERVER_PORT $server_port;
                  fastcgi_param MS_MAPFILE %s;
                }
              }
            }
            """;
}
