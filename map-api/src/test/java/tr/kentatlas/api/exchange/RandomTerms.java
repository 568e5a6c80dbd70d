package tr.kentatlas.api.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.exchange.Oracle.Demand;
import tr.kentatlas.api.exchange.Oracle.Row;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.TermsJson;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.Edition;

/** Random agreements, each said twice: as terms for the service, and as demands for the oracle. */
final class RandomTerms {
    static final List<String> TYPES = List.of("bina", "parsel", "numarataj", "yol_orta_hat", "kamu_hizmeti");

    private final Random random;
    private final Edition edition;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, Demand> demands = new LinkedHashMap<>();

    RandomTerms(long seed, Edition edition) {
        this.random = new Random(seed);
        this.edition = edition;
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    Map<String, Demand> demands() {
        return demands;
    }

    Draft fill(Draft draft, Oracle oracle) {
        List<String> types = new ArrayList<>(TYPES);
        Collections.shuffle(types, random);
        for (String type : types.subList(0, 1 + random.nextInt(3))) layer(draft, type, oracle);
        return draft.with("ratePerMinute", 60_000).with("ground", "KVKK m. 5/2-ç");
    }

    private void layer(Draft draft, String type, Oracle oracle) {
        List<Attribute> all = attributes(type);
        List<String> names = new ArrayList<>(all.stream().map(Attribute::name).toList());
        Collections.shuffle(names, random);
        List<String> some = names.subList(0, 1 + random.nextInt(Math.min(6, names.size())));
        ObjectNode layer = draft.layer(type, some);
        Predicate<Row> rows = random.nextInt(3) == 0 ? row -> true : rows(layer, all, oracle.all(type));
        Geometry area = random.nextInt(3) == 0 ? null : area();
        boolean within = random.nextBoolean();
        if (area != null) {
            layer.putObject("area")
                    .put("policy", within ? "within" : "intersects")
                    .set("shape", TermsJson.shape(area));
        }
        fields.put(type, List.copyOf(some));
        demands.put(type, new Demand(rows, area, within));
    }

    List<Attribute> attributes(String type) {
        Edition.Entry entry = edition.find(type).orElseThrow();
        return entry.model().attributesOf(entry.type()).stream()
                .filter(a -> !a.isMany() && a.type() != AttributeType.GEOMETRY)
                .toList();
    }

    /** A comparison with a value that some row has. */
    private Predicate<Row> rows(ObjectNode layer, List<Attribute> all, List<Row> existing) {
        List<Attribute> usable = all.stream()
                .filter(a -> a.type() == AttributeType.INTEGER
                        || a.type() == AttributeType.CODE
                        || a.type() == AttributeType.TEXT)
                .toList();
        Attribute attribute = usable.get(random.nextInt(usable.size()));
        Object value = existing.get(random.nextInt(existing.size())).values().get(attribute.column());
        String column = attribute.column();
        if (value == null || random.nextInt(6) == 0) {
            layer.put("rows", attribute.name() + " IS NULL");
            return row -> row.values().get(column) == null;
        }
        if (value instanceof Number number) {
            layer.put("rows", attribute.name() + " >= " + number);
            return row -> row.values().get(column) instanceof Number other && other.longValue() >= number.longValue();
        }
        layer.put("rows", attribute.name() + " <> '" + value.toString().replace("'", "''") + "'");
        return row ->
                row.values().get(column) != null && !value.equals(row.values().get(column));
    }

    /** A triangle or an irregular quadrangle somewhere in the city; none when it would lie wholly outside, which no agreement may. */
    private @Nullable Geometry area() {
        Envelope box = edition.extent();
        TreeSet<Double> angles = new TreeSet<>();
        for (int corners = 3 + random.nextInt(3); corners > 0; corners--) angles.add(random.nextDouble() * 2 * Math.PI);
        double x = box.getMinX() + random.nextDouble() * box.getWidth();
        double y = box.getMinY() + random.nextDouble() * box.getHeight();
        List<Coordinate> ring = new ArrayList<>();
        for (double angle : angles) {
            double far = (0.2 + random.nextDouble()) * box.getHeight() / 2;
            ring.add(new Coordinate(x + Math.cos(angle) * far, y + Math.sin(angle) * far));
        }
        ring.add(ring.get(0));
        GeometryFactory shapes = new GeometryFactory();
        Geometry area = shapes.createPolygon(ring.toArray(Coordinate[]::new));
        boolean usable = area.isValid() && area.getArea() > 0 && area.intersects(shapes.toGeometry(box));
        return usable ? area : null;
    }
}
