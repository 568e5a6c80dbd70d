package tr.kentatlas.api.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tr.kentatlas.api.access.Freshness;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.FeatureStore;

/** Features for people: a page of them as table and map, and one by one. */
@Controller
@Open
class ItemPages {
    private static final String ROWS = "25";

    private final FeatureStore features;
    private final ItemsQuestions questions;
    private final CollectionPages collections;
    private final Witness witness;

    ItemPages(FeatureStore features, ItemsQuestions questions, CollectionPages collections, Witness witness) {
        this.witness = witness;
        this.features = features;
        this.questions = questions;
        this.collections = collections;
    }

    @GetMapping(path = "/ogc/collections/{type}/items", produces = MediaTypes.HTML)
    @Nullable
    ModelAndView items(
            @PathVariable("type") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        MultiValueMap<String, String> few = new LinkedMultiValueMap<>(parameters);
        few.addIfAbsent("limit", ROWS);
        ItemsQuestion question = questions.ofItems(name, few, request);
        if (Freshness.isKnown(question.view(), locale.getLanguage(), request, response)) return null;
        List<Feature> found = new ArrayList<>();
        Optional<Page.Position> next =
                features.page(question.view().edition(), question.type(), question.query(), found::add);
        tell(question, ItemsQuestions.asked(request), found);
        return new ModelAndView("items")
                .addObject("table", ItemTable.of(question, found, locale))
                .addObject("title", question.type().type().title().in(locale))
                .addObject("collection", name)
                .addObject("placed", question.type().type().geometry() != null)
                .addObject("data", PageAddress.of(question, few).data())
                .addObject(
                        "first",
                        parameters.containsKey("cursor")
                                ? PageAddress.of(question, few).first()
                                : "")
                .addObject(
                        "next",
                        next.map(position -> PageAddress.of(question, few).page(questions.cursor(question, position)))
                                .orElse(""));
    }

    @GetMapping(path = "/ogc/collections/{type}/items/{id}", produces = MediaTypes.HTML)
    @Nullable
    ModelAndView item(
            @PathVariable("type") String name,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        ItemsQuestion question = questions.ofItem(name, parameters, request);
        Feature feature = questions.require(question, id);
        if (Freshness.isKnown(question.view(), locale.getLanguage(), request, response)) return null;
        tell(question, id, List.of(feature));
        Facts facts = new Facts(question.type(), locale);
        return new ModelAndView("item")
                .addObject("title", facts.title(feature))
                .addObject("kind", question.type().type().title().in(locale))
                .addObject("collection", name)
                .addObject("id", feature.id())
                .addObject("facts", facts.of(feature))
                .addObject("neighbours", Neighbour.of(question, feature, locale))
                .addObject("decision", collections.decision(question.type(), locale))
                .addObject("data", feature.geometryJson() == null ? "" : PageAddress.ofItem(question, id));
    }

    private void tell(ItemsQuestion question, String asked, List<Feature> found) {
        List<UUID> ids = found.stream().map(Feature::id).toList();
        witness.told(question.view(), question.collection(), "items", asked, ids);
    }
}
