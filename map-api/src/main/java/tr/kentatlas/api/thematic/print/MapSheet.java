package tr.kentatlas.api.thematic.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Painter;
import tr.kentatlas.api.render.style.DefaultStyles;
import tr.kentatlas.api.thematic.drawn.ClassedLayer;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.PictureStore;

/** Prints a thematic map as a vector PDF of one page: map on the storage CRS at a round scale, legend, scale bar, north, and what it rests on. */
@Component
public final class MapSheet {
    /** Drawn below and above the classed map, where the caller sees them. */
    private static final List<String> GROUND = List.of("park_bahce", "durgun_su");

    private static final String BOUNDARIES = "idari_birim";
    /** Units of the drawing per point: finer than any printer's dot is not needed. */
    private static final float FINENESS = 2;
    /** From this denominator on the edge of a house would hide its colour. */
    private static final double SMALL_SCALE = 5_000;

    private final City city;
    private final PictureStore pictures;
    private final Painter painter;
    private final DefaultStyles styles = DefaultStyles.read();

    MapSheet(City city, WallReader reader) {
        this.city = city;
        this.pictures = new PictureStore(reader);
        this.painter = new Painter(pictures);
    }

    /**
     * A sheet of paper.
     *
     * @param features how many of each type it shows
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sheet(byte[] pdf, Map<String, Integer> features) {
        public Sheet {
            features = Map.copyOf(features);
        }
    }

    /** One page, whole. */
    Sheet print(View view, SheetRequest request) {
        Envelope extent = pictures.extent(
                        view.edition(), request.type(), request.classed().map().query())
                .orElseThrow(() -> Problem.notFound(Wording.of("thematic.nothing-to-print")));
        Paper paper = request.paper();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16)) {
            PDPage page = new PDPage(new PDRectangle(paper.width(), paper.height()));
            document.addPage(page);
            tell(document, view, request);
            Map<String, Integer> features;
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                Furniture furniture = new Furniture(document, stream, new SheetWords(request, city, view.edition()));
                MapScale scale = MapScale.fitting(extent, furniture.map());
                features = drawMap(view, request, scale, new Place(furniture.map(), extent), stream);
                furniture.draw(scale);
            }
            document.save(bytes);
            return new Sheet(bytes.toByteArray(), features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where on the sheet the map is, and around what. */
    private record Place(Paper.Box box, Envelope extent) {}

    private Map<String, Integer> drawMap(
            View view, SheetRequest request, MapScale scale, Place place, PDPageContentStream stream)
            throws IOException {
        Paper.Box box = place.box();
        int width = Math.round(box.width() * FINENESS);
        int height = Math.round(box.height() * FINENESS);
        Frame frame = new Frame(Crs.epsg(view.edition().srid()), scale.shown(place.extent(), box), width, height);
        stream.saveGraphicsState();
        stream.addRect(box.x(), box.y(), box.width(), box.height());
        stream.clip();
        stream.transform(new Matrix(1 / FINENESS, 0, 0, -1 / FINENESS, box.x(), box.top()));
        var features = painter.draw(view.edition(), frame, layers(view, request, scale, frame), new Ink(stream));
        stream.restoreGraphicsState();
        return features;
    }

    private List<Layer> layers(View view, SheetRequest request, MapScale scale, Frame frame) {
        double zoom = frame.zoom(view.edition());
        List<Layer> layers = new ArrayList<>();
        GROUND.forEach(name -> seen(view, name).ifPresent(type -> layers.add(styles.layer(type, zoom))));
        layers.add(ClassedLayer.of(
                request.classed(),
                request.type(),
                symbol -> scale.denominator() > SMALL_SCALE ? symbol.fineEdged() : symbol));
        if (!request.type().type().name().equals(BOUNDARIES)) {
            seen(view, BOUNDARIES).ifPresent(type -> layers.add(styles.layer(type, zoom)));
        }
        return layers;
    }

    /** The types whose features a sheet shows to this caller. */
    public static List<VisibleType> types(View view, SheetRequest request) {
        List<VisibleType> types = new ArrayList<>(List.of(request.type()));
        Stream.concat(GROUND.stream(), Stream.of(BOUNDARIES))
                .filter(name -> !request.type().type().name().equals(name))
                .forEach(name -> seen(view, name).ifPresent(types::add));
        return types;
    }

    private static Optional<VisibleType> seen(View view, String type) {
        return view.find(type);
    }

    /** Dated by the release, so that the same map is the same file. */
    private void tell(PDDocument document, View view, SheetRequest request) {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), request.locale());
        date.setTimeInMillis(view.edition().publishedAt().toEpochMilli());
        var about = document.getDocumentInformation();
        about.setTitle(request.classed().legend().title().in(request.locale()));
        about.setAuthor(city.name());
        about.setCreator("Kentatlas");
        about.setCreationDate(date);
        document.setDocumentId(view.edition().release());
        document.getDocumentCatalog().setLanguage(request.locale().getLanguage());
    }
}
