package tr.kentatlas.registry.simulator;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Rows as JSON, their geometry as WKT. */
final class RowJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Geometry.class, new Writing())
                    .addDeserializer(Geometry.class, new Reading<>(Geometry.class))
                    .addDeserializer(Point.class, new Reading<>(Point.class)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RowJson() {}

    static String write(Object row) {
        return MAPPER.writeValueAsString(row);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class Writing extends ValueSerializer<Geometry> {
        @Override
        public void serialize(Geometry geometry, JsonGenerator out, SerializationContext context) {
            out.writeString(geometry.toText());
        }
    }

    private static final class Reading<T extends Geometry> extends ValueDeserializer<T> {
        private final Class<T> type;

        Reading(Class<T> type) {
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            try {
                return type.cast(new WKTReader().read(in.getString()));
            } catch (ParseException e) {
                throw new IllegalStateException("a geometry in the kept seed is damaged", e);
            }
        }
    }
}
