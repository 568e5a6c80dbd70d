package tr.kentatlas.api.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.Dimension;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Freshness;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.Language;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.render.Png;
import tr.kentatlas.api.thematic.ThematicMapWriter;
import tr.kentatlas.spatial.store.sql.StoreFailed;

/**
 * {@code /wms}: Web Map Service 1.3.0 (OGC 06-042) and 1.1.1 (OGC 01-068r3) for whatever the caller's grant shows. Faults of a request
 * are answered as the standard wants them, with status 200, since clients of it read nothing else.
 */
@RestController
@Open
class WmsController {
    private static final Logger LOG = LoggerFactory.getLogger(WmsController.class);
    private static final MediaType PNG = MediaType.IMAGE_PNG;

    private final City city;
    private final Catalogue catalogue;
    private final List<MapEngine> engines;
    private final FeatureInfo info;
    private final Reaches reaches;
    private final PictureWitness witness;
    private final Words words;

    WmsController(
            City city,
            Catalogue catalogue,
            List<MapEngine> engines,
            FeatureInfo info,
            Reaches reaches,
            PictureWitness witness,
            Words words) {
        this.words = words;
        this.reaches = reaches;
        this.witness = witness;
        this.city = city;
        this.catalogue = catalogue;
        this.engines = List.copyOf(engines);
        this.info = info;
    }

    @GetMapping("/wms")
    @Nullable
    ResponseEntity<byte[]> answer(View view, Locale asked, HttpServletRequest request, HttpServletResponse response)
            throws XMLStreamException {
        Parameters parameters = new Parameters(request, view.edition().srid());
        String service = parameters.text("SERVICE");
        if (!service.isEmpty() && !service.equalsIgnoreCase("WMS"))
            throw ServiceException.invalid("SERVICE", Wording.of("wms.service"));
        try {
            return answer(view, parameters, parameters.language(asked), request, response);
        } catch (StoreFailed failure) {
            throw tooHeavy(failure);
        }
    }

    private @Nullable ResponseEntity<byte[]> answer(
            View view, Parameters parameters, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws XMLStreamException {
        return switch (parameters.required("REQUEST").toLowerCase(Locale.ROOT)) {
            case "getcapabilities", "capabilities" -> capabilities(view, parameters, language);
            case "getmap", "map" -> map(view, parameters, request, response);
            case "getfeatureinfo", "feature_info" -> featureInfo(view, parameters, language);
            case "getlegendgraphic" -> legend(view, parameters, language, request, response);
            default -> throw new ServiceException("OperationNotSupported", Wording.of("wms.operations"));
        };
    }

    private ResponseEntity<byte[]> capabilities(View view, Parameters parameters, Locale locale)
            throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        Version version = parameters.version();
        new Capabilities(
                        xml,
                        version,
                        view,
                        reaches,
                        Urls.ofSame("/wms"),
                        locale,
                        entry -> legendSize(view, entry, locale))
                .write(city, catalogue.list(view));
        return text(text.toString(), version.capabilitiesType(), "no-cache");
    }

    /** None for a map whose values cannot be classed as it wants. */
    private Optional<Dimension> legendSize(View view, Catalogue.Entry entry, Locale locale) {
        try {
            Catalogue.LegendText legend = catalogue.legend(view, entry, locale);
            return Optional.of(LegendPicture.size(legend.title(), legend.lines()));
        } catch (ServiceException unclassed) {
            LOG.debug("{} has no legend", entry.name(), unclassed);
            return Optional.empty();
        }
    }

    private @Nullable ResponseEntity<byte[]> map(
            View view, Parameters parameters, HttpServletRequest request, HttpServletResponse response) {
        parameters.requireFormat("FORMAT", "image/png");
        Frame frame = parameters.frame();
        int background = parameters.background();
        List<Catalogue.Entry> entries = entries(view, parameters, "LAYERS");
        if (Freshness.isKnown(view, definitions(entries), request, response)) return null;
        List<String> styles = styles(parameters, entries.size());
        List<MapEngine.Named> layers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Catalogue.Entry entry = entries.get(i);
            layers.add(new MapEngine.Named(
                    entry.name(), styles.get(i), catalogue.layer(view, entry, frame), entry.published()));
        }
        MapEngine.Picture picture = new MapEngine.Picture(view, frame, layers, background);
        MapEngine.Drawing drawing = engines.stream()
                .map(engine -> engine.draw(picture))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        if (!view.isPublic()) witness.told(view, frame, entries, drawing.features());
        return ResponseEntity.ok().contentType(PNG).body(drawing.png());
    }

    private ResponseEntity<byte[]> featureInfo(View view, Parameters parameters, Locale language) {
        Version version = parameters.version();
        Frame frame = parameters.frame();
        String format = infoFormat(parameters);
        if (!FeatureInfo.FORMATS.contains(format)) {
            throw new ServiceException(
                    "InvalidFormat", Wording.of("wms.format", Parameters.shortened(format), FeatureInfo.FORMATS));
        }
        int column = pixel(parameters, version.column(), frame.width());
        int row = pixel(parameters, version.row(), frame.height());
        int most =
                parameters.text("FEATURE_COUNT").isEmpty() ? 1 : parameters.whole("FEATURE_COUNT", 1, FeatureInfo.MOST);
        List<Catalogue.Entry> asked = entries(view, parameters, "QUERY_LAYERS");
        var click = new FeatureInfo.Click(frame, column, row, most);
        String cache = view.isPublic() ? "public, max-age=60" : "private, no-store";
        return text(info.tell(view, asked, click, format, language), format, cache);
    }

    /** What a format says of its encoding is not looked at: every answer is UTF-8. */
    private static String infoFormat(Parameters parameters) {
        String asked = parameters.text("INFO_FORMAT").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return asked.isEmpty() ? "text/plain" : asked;
    }

    private static int pixel(Parameters parameters, String name, int size) {
        try {
            return parameters.whole(name, 0, size - 1);
        } catch (ServiceException e) {
            throw new ServiceException("InvalidPoint", e.wording());
        }
    }

    private @Nullable ResponseEntity<byte[]> legend(
            View view, Parameters parameters, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        parameters.requireFormat("FORMAT", "image/png");
        Catalogue.Entry entry = catalogue.find(view, parameters.required("LAYER"), parameters.text("STYLE"));
        response.addHeader("Vary", "Accept-Language");
        if (Freshness.isKnown(view, definitions(List.of(entry)) + locale, request, response)) return null;
        Catalogue.LegendText legend = catalogue.legend(view, entry, locale);
        byte[] png = Png.write(LegendPicture.draw(legend.title(), legend.lines()));
        if (entry.map().isPresent()) witness.toldLegend(view, entry);
        return ResponseEntity.ok().contentType(PNG).body(png);
    }

    private List<Catalogue.Entry> entries(View view, Parameters parameters, String parameter) {
        parameters.required(parameter);
        List<String> names = parameters.list(parameter);
        if (Set.copyOf(names).size() < names.size())
            throw ServiceException.invalid(parameter, Wording.of("wms.layer-twice"));
        List<String> all = parameters.list("LAYERS");
        List<String> styles = styles(parameters, all.isEmpty() ? names.size() : all.size());
        List<Catalogue.Entry> entries = new ArrayList<>();
        for (String name : names) {
            int place = all.indexOf(name);
            if (place < 0 && !all.isEmpty())
                throw new ServiceException("LayerNotDefined", Wording.of("wms.not-among", Parameters.shortened(name)));
            entries.add(catalogue.find(view, name, place < 0 ? "" : styles.get(place)));
        }
        return entries;
    }

    private static List<String> styles(Parameters parameters, int layers) {
        List<String> styles = parameters.list("STYLES");
        if (styles.isEmpty()) return Collections.nCopies(layers, "");
        if (styles.size() != layers) {
            throw new ServiceException("StyleNotDefined", Wording.of("wms.styles"));
        }
        return styles;
    }

    /** What of an answer does not follow from release, grant and address: the maps' definitions. */
    private static String definitions(List<Catalogue.Entry> entries) {
        StringBuilder text = new StringBuilder("wms");
        entries.forEach(entry -> entry.map().ifPresent(map -> text.append(ThematicMapWriter.write(map))));
        return text.toString();
    }

    private static ResponseEntity<byte[]> text(String body, String type, String cache) {
        return ResponseEntity.ok()
                .header("Content-Type", type + ";charset=UTF-8")
                .header("Cache-Control", cache)
                .varyBy("Accept-Language")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(ServiceException fault, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, 0);
        String told = words.tell(fault.wording(), parameters.language(Language.told(request)));
        return ExceptionReport.answer(fault.code(), told, parameters);
    }

    /** What is the question's fault is told as the standard wants it; whatever else failed, as everywhere. */
    private static RuntimeException tooHeavy(StoreFailed failure) {
        if (!failure.timedOut() && !failure.isDropped()) return failure;
        Wording why = failure.timedOut() ? Wording.of("wms.too-heavy") : Wording.of("release.gone-meanwhile");
        return new ServiceException("", why);
    }
}
