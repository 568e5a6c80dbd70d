package tr.kentatlas.api.render.sld;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.render.style.DefaultStyles;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/**
 * The default cartography of one type in one release for a map server that knows class numbers only: features that look the same at every
 * scale share a number. The symbols come from the very rules the embedded engine draws by, looked at once for each whole zoom.
 */
public final class Looks {
    private static final int FIRST_ZOOM = 8;
    private static final int LAST_ZOOM = 20;

    /** More combinations of values than this are no style any more. */
    private static final int MOST = 300;

    private final Edition edition;
    private final VisibleType type;
    private final List<MapViewSql.Field> fields;
    private final Map<List<Optional<String>>, Integer> numbers;
    private final List<List<List<Optional<Symbol>>>> symbols;

    private Looks(
            Edition edition,
            VisibleType type,
            List<MapViewSql.Field> fields,
            Map<List<Optional<String>>, Integer> numbers,
            List<List<List<Optional<Symbol>>>> symbols) {
        this.edition = edition;
        this.type = type;
        this.fields = fields;
        this.numbers = numbers;
        this.symbols = symbols;
    }

    /** The looks of a type; empty when there are too many to be a style. */
    public static Optional<Looks> of(WallReader reader, DefaultStyles styles, Edition edition, VisibleType type) {
        List<MapViewSql.Field> fields = styles.fields(type);
        Map<List<Optional<String>>, Integer> numbers = new LinkedHashMap<>();
        Map<Look, Integer> known = new LinkedHashMap<>();
        List<Layer.Coat> coats = styles.layer(type, LAST_ZOOM).coats();
        List<Combination> combinations = combinations(reader, edition, type, fields).stream()
                .sorted(Comparator.comparingDouble(one -> rank(coats, one)))
                .toList();
        for (Combination one : combinations) {
            if (numbers.size() == MOST) return Optional.empty();
            Look look = new Look(rank(coats, one), look(styles, type, one));
            numbers.put(one.texts(), known.computeIfAbsent(look, l -> known.size()));
        }
        return Optional.of(new Looks(
                edition,
                type,
                fields,
                numbers,
                known.keySet().stream().map(Look::symbols).toList()));
    }

    /** What lies over the others has the higher number. */
    private static double rank(List<Layer.Coat> coats, Combination one) {
        return coats.stream().mapToDouble(coat -> coat.rank(one.values())).max().orElse(0);
    }

    /** The same symbols at another place among the others are another look. */
    private record Look(double rank, List<List<Optional<Symbol>>> symbols) {}

    /** The values of some features, as texts and as they are. */
    private record Combination(List<Optional<String>> texts, Layer.Values values) {}

    private static List<Combination> combinations(
            WallReader reader, Edition edition, VisibleType type, List<MapViewSql.Field> fields) {
        if (fields.isEmpty()) return List.of(new Combination(List.of(), index -> null));
        GrantedSql sql = MapViewSql.combinations(edition, type, fields)
                .between("SELECT * FROM (", ") AS c ORDER BY " + places(fields.size()) + " LIMIT " + (MOST + 1));
        return reader.read(sql, 1, rows -> {
            List<Combination> all = new ArrayList<>();
            while (rows.next()) {
                List<Optional<String>> texts = new ArrayList<>();
                @Nullable Object[] values = new Object[fields.size()];
                for (int i = 0; i < fields.size(); i++) {
                    texts.add(Optional.ofNullable(rows.getString(i + 1)));
                    values[i] = rows.getObject(fields.size() + i + 1);
                }
                all.add(new Combination(texts, index -> values[index]));
            }
            return all;
        });
    }

    private static String places(int count) {
        StringBuilder places = new StringBuilder("1");
        for (int i = 2; i <= count; i++) places.append(", ").append(i);
        return places.toString();
    }

    /** By zoom, then by coat. */
    private static List<List<Optional<Symbol>>> look(DefaultStyles styles, VisibleType type, Combination one) {
        List<List<Optional<Symbol>>> byZoom = new ArrayList<>();
        for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
            byZoom.add(styles.layer(type, zoom).coats().stream()
                    .map(coat -> Optional.ofNullable(coat.symbol(one.values())).filter(Looks::isVisible))
                    .toList());
        }
        return byZoom;
    }

    private static boolean isVisible(Symbol symbol) {
        return symbol.fill() >>> 24 != 0 || (symbol.stroke() >>> 24 != 0 && symbol.width() > 0);
    }

    /** What the map server reads: geometry and the number of the look. */
    public GrantedSql select() {
        return MapViewSql.looks(edition, type, fields, numbers);
    }

    /** The style sheet of these numbers. */
    public String sld(String layer) {
        List<SldCoat> coats = new ArrayList<>();
        int most = symbols.stream()
                .flatMap(List::stream)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        for (int coat = 0; coat < most; coat++) {
            List<SldRule> rules = coat(coat);
            if (!rules.isEmpty()) coats.add(new SldCoat(rules, crosses(rules)));
        }
        return SldWriter.write(
                layer, type.type().title().tr(), coats, Symbol.Shape.of(type).size() > 1);
    }

    private static boolean crosses(List<SldRule> rules) {
        return rules.stream().anyMatch(rule -> rule.symbol().shape() == Symbol.Shape.LINE);
    }

    /** A symbol over neighbouring zooms. */
    private record Run(Symbol symbol, int from, int to) {}

    private List<SldRule> coat(int coat) {
        Map<Run, List<Integer>> runs = new LinkedHashMap<>();
        for (int look = 0; look < symbols.size(); look++) {
            for (Run run : runs(look, coat))
                runs.computeIfAbsent(run, r -> new ArrayList<>()).add(look);
        }
        List<SldRule> rules = new ArrayList<>();
        String title = type.type().title().tr();
        runs.forEach((run, looks) -> rules.add(new SldRule(
                "kat-" + coat + "-" + rules.size(), title, looks, from(run.to()), below(run.from()), run.symbol())));
        return rules;
    }

    private List<Run> runs(int look, int coat) {
        List<Run> runs = new ArrayList<>();
        int begun = 0;
        for (int i = 1; i <= symbols.get(look).size(); i++) {
            Optional<Symbol> before = symbol(look, i - 1, coat);
            if (i < symbols.get(look).size() && symbol(look, i, coat).equals(before)) continue;
            int from = begun;
            int to = i - 1;
            before.ifPresent(symbol -> runs.add(new Run(symbol, from, to)));
            begun = i;
        }
        return runs;
    }

    private Optional<Symbol> symbol(int look, int place, int coat) {
        List<Optional<Symbol>> coats = symbols.get(look).get(place);
        return coat < coats.size() ? coats.get(coat) : Optional.empty();
    }

    /** Half a zoom beyond the last one of a run; nothing beyond the largest scale. */
    private static double from(int place) {
        int zoom = FIRST_ZOOM + place;
        return zoom == LAST_ZOOM ? 0 : Frame.denominator(zoom + 0.5);
    }

    private static double below(int place) {
        int zoom = FIRST_ZOOM + place;
        return zoom == FIRST_ZOOM ? Double.POSITIVE_INFINITY : Frame.denominator(zoom - 0.5);
    }
}
