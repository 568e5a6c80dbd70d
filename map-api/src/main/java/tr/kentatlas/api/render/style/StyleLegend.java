package tr.kentatlas.api.render.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.PictureStore;

/** The legend of a type as the city's default cartography draws it: a line for each look, with the codes that have it; areas where it has several kinds of geometry. */
public final class StyleLegend {
    private static final Text OTHERS = new Text("Kalanlar", "Others");
    private static final int MOST_NAMES = 4;

    private final Layer layer;
    private final VisibleType type;
    private final Model model;
    private final Locale locale;
    private final Symbol.Shape shape;

    private StyleLegend(Layer layer, VisibleType type, Locale locale) {
        this.layer = layer;
        this.type = type;
        this.model = type.entry().model();
        this.locale = locale;
        this.shape = Symbol.Shape.of(type).getFirst();
    }

    /** Never empty: where all features look alike, one line says what they are. */
    public static List<LegendPicture.Line> of(Layer layer, VisibleType type, Locale locale) {
        return new StyleLegend(layer, type, locale).lines();
    }

    private List<LegendPicture.Line> lines() {
        List<LegendPicture.Line> most = List.of();
        for (int i = 0; i < layer.values().size(); i++) {
            List<LegendPicture.Line> lines = linesBy(i);
            if (lines.size() > most.size()) most = lines;
        }
        return most.size() > 1 ? most : List.of(line(only(most), type.type().title()));
    }

    private Symbol only(List<LegendPicture.Line> coded) {
        if (!coded.isEmpty()) return coded.getFirst().symbol();
        return symbol(0, null).orElseGet(() -> Objects.requireNonNull(plain()));
    }

    /** A line for each look the codes of one field give; what looks like a feature without code is told last. */
    private List<LegendPicture.Line> linesBy(int field) {
        Map<Symbol, List<CodeList.Code>> looks = new LinkedHashMap<>();
        for (CodeList.Code code : codes(field)) {
            symbol(field, code.code())
                    .ifPresent(look ->
                            looks.computeIfAbsent(look, l -> new ArrayList<>()).add(code));
        }
        Optional<Symbol> usual = symbol(field, null).filter(looks::containsKey);
        List<LegendPicture.Line> lines = new ArrayList<>();
        looks.forEach((look, codes) -> {
            if (!usual.equals(Optional.of(look))) lines.add(line(look, names(codes)));
        });
        usual.ifPresent(look -> lines.add(line(look, OTHERS)));
        return lines;
    }

    private List<CodeList.Code> codes(int field) {
        if (!(layer.values().get(field) instanceof PictureStore.Field coded)) return List.of();
        return model.listOf(coded.attribute()).map(CodeList::codes).orElse(List.of());
    }

    /** How a feature looks of which only that is known: its areas by one coat, their edges by another. */
    private Optional<Symbol> symbol(int field, @Nullable String code) {
        return layer.coats().stream()
                .map(coat -> Optional.ofNullable(coat.symbol(index -> index == field ? code : null)))
                .flatMap(Optional::stream)
                .filter(look -> look.shape() == shape)
                .reduce(StyleLegend::over);
    }

    private @Nullable Symbol plain() {
        return PlainStyle.coat(type, shape).symbol(index -> null);
    }

    private static Symbol over(Symbol below, Symbol above) {
        if (above.shape() != Symbol.Shape.AREA || above.fill() != 0) return above;
        return new Symbol(above.shape(), below.fill(), above.stroke(), above.width(), above.dashes(), below.radius());
    }

    /** The broader codes stand for those within them. */
    private static Text names(List<CodeList.Code> codes) {
        List<Text> titles = codes.stream()
                .filter(code -> codes.stream().noneMatch(other -> other.code().equals(code.parent())))
                .map(CodeList.Code::title)
                .toList();
        String more = titles.size() > MOST_NAMES ? "…" : "";
        return new Text(joined(titles, Locale.of("tr")) + more, joined(titles, Locale.ENGLISH) + more);
    }

    private static String joined(List<Text> titles, Locale locale) {
        return titles.stream().limit(MOST_NAMES).map(title -> title.in(locale)).collect(Collectors.joining(", "));
    }

    private LegendPicture.Line line(Symbol symbol, Text label) {
        return new LegendPicture.Line(symbol, label.in(locale));
    }
}
