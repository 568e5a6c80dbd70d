package tr.kentatlas.spatial.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.spatial.ingest.BrokenSourceException;

/**
 * What stands around the features of a GeoJSON file, found in a first pass since members come in any order.
 *
 * @param srid EPSG code; 4326 (in the order of CRS84) unless the file has the {@code crs} member of the 2008 format
 * @param isSequence whether features stand in the file by themselves, one or many after one another (newline-delimited GeoJSON)
 * @param names what the collection is called, most telling first
 */
record GeoJsonHead(int srid, boolean isSequence, List<String> names) {
    private static final int WGS84 = 4326;
    private static final Pattern EPSG = Pattern.compile("(?:urn:ogc:def:crs:)?EPSG:(?:[\\d.]*:)?(\\d{4,6})");
    private static final List<String> NAMES = List.of("featureType", "collection", "name");

    GeoJsonHead {
        names = List.copyOf(names);
    }

    static GeoJsonHead read(Path file) {
        try (JsonParser json = GeoJson.open(file)) {
            return read(json, FileNames.of(file));
        } catch (JacksonException e) {
            throw GeoJson.broken(file, e);
        }
    }

    private static GeoJsonHead read(JsonParser json, String file) {
        if (json.nextToken() != JsonToken.START_OBJECT) throw none(file);
        int srid = WGS84;
        String type = "";
        List<String> names = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("type")) type = json.getString();
            else if (member.equals("crs")) srid = srid(json.readValueAsTree(), file);
            else if (NAMES.contains(member) && value == JsonToken.VALUE_STRING) names.add(json.getString());
            else json.skipChildren();
        }
        if (!type.equals("FeatureCollection") && !type.equals("Feature")) throw none(file);
        return new GeoJsonHead(srid, type.equals("Feature"), names);
    }

    private static int srid(JsonNode crs, String file) {
        if (crs.isNull()) return WGS84;
        String name = crs.path("properties").path("name").asString("");
        if (name.endsWith("CRS84")) return WGS84;
        Matcher epsg = EPSG.matcher(name);
        if (!epsg.matches()) throw new BrokenSourceException(file + " names a CRS that is not known: '" + name + "'");
        return Integer.parseInt(epsg.group(1));
    }

    private static BrokenSourceException none(String file) {
        return new BrokenSourceException(file + " is JSON, but no GeoJSON feature collection");
    }
}
