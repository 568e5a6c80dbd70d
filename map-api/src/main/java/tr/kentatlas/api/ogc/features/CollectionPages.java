package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.ogc.common.ListedCollections;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** The collections for people: by theme, in plain words, with the decision each theme was published by. */
@Controller
@Open
class CollectionPages {
    private final MessageSource messages;
    private final Reaches reaches;

    CollectionPages(MessageSource messages, Reaches reaches) {
        this.messages = messages;
        this.reaches = reaches;
    }

    @GetMapping(path = "/ogc/collections", produces = MediaTypes.HTML)
    ModelAndView collections(View view, Locale locale) {
        Map<Theme, List<VisibleType>> byTheme = new LinkedHashMap<>();
        ListedCollections.of(view)
                .forEach(type -> byTheme.computeIfAbsent(theme(type), t -> new ArrayList<>())
                        .add(type));
        List<Group> groups = byTheme.entrySet().stream()
                .map(group -> group(view, group.getKey(), group.getValue(), locale))
                .toList();
        return new ModelAndView("collections").addObject("groups", groups);
    }

    @GetMapping(path = "/ogc/collections/{type}", produces = MediaTypes.HTML)
    ModelAndView collection(View view, @PathVariable("type") String name, Locale locale) {
        VisibleType type = view.type(name);
        return new ModelAndView("collection")
                .addObject("entry", entry(view, type, locale))
                .addObject("theme", theme(type).title().in(locale))
                .addObject("decision", decision(type, locale))
                .addObject("standard", type.type().standard())
                .addObject("box", box(reaches.of(view, type).extent()))
                .addObject(
                        "fields",
                        type.attributes().stream()
                                .map(a -> field(type, a, locale))
                                .toList());
    }

    private Group group(View view, Theme theme, List<VisibleType> types, Locale locale) {
        return new Group(
                theme.title().in(locale),
                decision(types.get(0), locale),
                types.stream().map(type -> entry(view, type, locale)).toList());
    }

    private static Theme theme(VisibleType type) {
        return type.entry().model().theme(type.type().theme());
    }

    private Entry entry(View view, VisibleType type, Locale locale) {
        return new Entry(
                type.type().name(),
                type.type().title().in(locale),
                type.type().description().in(locale),
                ValueWords.plain(locale).count(reaches.of(view, type).rows()));
    }

    /** By which body, number and day the data was approved. */
    String decision(VisibleType type, Locale locale) {
        Edition.Decided decided = type.entry().decision();
        if (decided == null) return "";
        String body = messages.getMessage("body." + decided.body().word(), null, locale);
        Object[] values = {body, decided.number(), ValueWords.plain(locale).day(decided.date())};
        return messages.getMessage("decision", values, locale);
    }

    /** Of a list of codes its name is told. */
    private static Field field(VisibleType type, Attribute attribute, Locale locale) {
        Optional<CodeList> list = type.entry().model().listOf(attribute);
        return new Field(
                attribute.name(),
                attribute.title().in(locale),
                attribute.type().word(),
                Objects.requireNonNullElse(attribute.unit(), ""),
                list.map(codes -> codes.title().in(locale)).orElse(""));
    }

    private static String box(@Nullable Envelope box) {
        return box == null ? "" : box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
    }

    record Group(String title, String decision, List<Entry> entries) {}

    record Entry(String name, String title, String description, String count) {}

    record Field(String name, String title, String type, String unit, String list) {}
}
