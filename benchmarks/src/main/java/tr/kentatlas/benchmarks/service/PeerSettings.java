package tr.kentatlas.benchmarks.service;

/** The other servers' configuration files, with places for addresses and folders. */
final class PeerSettings {
    static final String MAPSERVER_CONF = """
            CONFIG
              ENV
                MS_MAP_PATTERN "."
              END
            END
            """;

    static final String MAPCACHE_XML = """
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

    static final String MAP_FILE = """
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

    /**
     * Fill and outline of the buildings' default style at the two scales that are asked for, mixed with the white below where they are seen
     * through; as little compressed as ours, so that no time goes into smaller files.
     */
    static final String PICTURE_MAP_FILE = """
            MAP
              NAME "pictures"
              EXTENT -20037508 -20037508 20037508 20037508
              SIZE 512 512
              MAXSIZE 4096
              UNITS METERS
              IMAGECOLOR 255 255 255
              PROJECTION "init=epsg:3857" END
              OUTPUTFORMAT
                NAME "png"
                DRIVER "AGG/PNG"
                MIMETYPE "image/png"
                IMAGEMODE RGB
                EXTENSION "png"
                FORMATOPTION "COMPRESSION=2"
              END
              IMAGETYPE "png"
              WEB
                METADATA
                  "ows_enable_request" "*"
                  "ows_srs" "EPSG:3857"
                  "ows_title" "pictures"
                  "ows_onlineresource" "http://127.0.0.1/pictures"
                END
              END
              LAYER
                NAME "bina"
                TYPE POLYGON
                STATUS ON
                PROJECTION "init=epsg:3857" END
                METADATA "ows_title" "bina" END
                CONNECTIONTYPE POSTGIS
                CONNECTION "host=%s port=%d user=%s password=%s dbname=kent"
                PROCESSING "CLOSE_CONNECTION=DEFER"
                DATA "geom FROM floor.acik USING UNIQUE sira USING SRID=3857"
                CLASS
                  MINSCALEDENOM 9000
                  STYLE
                    COLOR "#e3ddd2"
                    OUTLINECOLOR "#d4ccbc"
                    WIDTH 0.5
                  END
                END
                CLASS
                  STYLE
                    COLOR "#ddd5c9"
                    OUTLINECOLOR "#c1b5a1"
                    WIDTH 0.5
                  END
                END
              END
            END
            """;

    static final String NGINX_CONF = """
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
                location /pictures {
                  fastcgi_pass 127.0.0.1:%d;
                  fastcgi_buffers 64 16k;
                  fastcgi_param REQUEST_METHOD $request_method;
                  fastcgi_param QUERY_STRING $query_string;
                  fastcgi_param SERVER_NAME 127.0.0.1;
                  fastcgi_param SERVER_PORT $server_port;
                  fastcgi_param MS_MAPFILE %s;
                }
              }
            }
            """;

    private PeerSettings() {}
}
