package tr.kentatlas.api.guide.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.page.GeoJsonBox;
import tr.kentatlas.spatial.search.Place;

/** A parcel among its neighbours as vector drawing, north up, with a scale bar; true to scale in both directions at its latitude. */
final class ParcelMap {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double LEAST_METRES = 60;

    private final Place parcel;
    private final List<Place> around;
    private final String north;

    /** @param north the letter over the arrow */
    ParcelMap(Place parcel, List<Place> around, String north) {
        this.parcel = parcel;
        this.around = around;
        this.north = north;
    }

    void draw(Sheet sheet, float height) throws IOException {
        float top = sheet.room(height);
        PDPageContentStream pen = sheet.pen();
        Frame frame = frame(Sheet.MARGIN, top - height, Sheet.WIDTH, height);
        pen.saveGraphicsState();
        pen.addRect(Sheet.MARGIN, top - height, Sheet.WIDTH, height);
        pen.clip();
        pen.setNonStrokingColor(0.965f, 0.957f, 0.937f);
        pen.addRect(Sheet.MARGIN, top - height, Sheet.WIDTH, height);
        pen.fill();
        for (Place other : around) outline(other, frame, pen, false);
        outline(parcel, frame, pen, true);
        pen.restoreGraphicsState();
        labels(sheet, frame);
        scaleBar(sheet, frame);
    }

    private Frame frame(float x, float y, float width, float height) {
        Envelope box = GeoJsonBox.of(Objects.requireNonNullElse(parcel.geometry(), "{}"));
        if (box.isNull()) box.expandToInclude(parcel.longitude(), parcel.latitude());
        double squeeze = Math.cos(Math.toRadians(box.centre().getY()));
        double wide = Math.max(LEAST_METRES, box.getWidth() * METRES_PER_DEGREE * squeeze) * 1.8;
        double high = Math.max(LEAST_METRES, box.getHeight() * METRES_PER_DEGREE) * 1.8;
        return new Frame(
                box.centre().getX(),
                box.centre().getY(),
                squeeze,
                Math.min(width / wide, height / high),
                x,
                y,
                width,
                height);
    }

    private static void outline(Place place, Frame frame, PDPageContentStream pen, boolean isChosen)
            throws IOException {
        String geometry = place.geometry();
        if (geometry == null) return;
        rings(JSON.readTree(geometry).path("coordinates"), frame, pen);
        if (isChosen) {
            pen.setNonStrokingColor(0.98f, 0.87f, 0.8f);
            pen.setStrokingColor(0.76f, 0.25f, 0.05f);
            pen.setLineWidth(1.6f);
        } else {
            pen.setNonStrokingColor(1f, 1f, 1f);
            pen.setStrokingColor(0.6f, 0.64f, 0.67f);
            pen.setLineWidth(0.5f);
        }
        pen.fillAndStrokeEvenOdd();
    }

    private static void rings(JsonNode coordinates, Frame frame, PDPageContentStream pen) throws IOException {
        if (!coordinates.path(0).path(0).isNumber()) {
            for (JsonNode part : coordinates) rings(part, frame, pen);
            return;
        }
        boolean isFirst = true;
        for (JsonNode position : coordinates) {
            float x = frame.x(position.path(0).doubleValue());
            float y = frame.y(position.path(1).doubleValue());
            if (isFirst) pen.moveTo(x, y);
            else pen.lineTo(x, y);
            isFirst = false;
        }
        pen.closePath();
    }

    private void labels(Sheet sheet, Frame frame) throws IOException {
        sheet.pen().setNonStrokingColor(0.32f, 0.38f, 0.42f);
        for (Place other : around) {
            if (!other.id().equals(parcel.id())) label(sheet, frame, other, 7, false);
        }
        sheet.pen().setNonStrokingColor(0.5f, 0.15f, 0.02f);
        label(sheet, frame, parcel, 10, true);
    }

    private static void label(Sheet sheet, Frame frame, Place place, float size, boolean isBold) throws IOException {
        float x = frame.x(place.longitude());
        float y = frame.y(place.latitude());
        if (place.parcel() == null || !frame.holds(x, y)) return;
        String number = place.parcel().block() + "/" + place.parcel().parcel();
        sheet.line(number, x - number.length() * size * 0.26f, y - size / 3, size, isBold);
    }

    private void scaleBar(Sheet sheet, Frame frame) throws IOException {
        int metres = frame.roundMetres();
        float length = (float) (metres * frame.pointsPerMetre());
        float x = frame.left() + 10;
        float y = frame.bottom() + 12;
        PDPageContentStream pen = sheet.pen();
        pen.setStrokingColor(0.13f, 0.19f, 0.23f);
        pen.setLineWidth(1.2f);
        pen.moveTo(x, y + 4);
        pen.lineTo(x, y);
        pen.lineTo(x + length, y);
        pen.lineTo(x + length, y + 4);
        pen.stroke();
        pen.setNonStrokingColor(0.13f, 0.19f, 0.23f);
        sheet.line(String.format(Locale.ROOT, "%d m", metres), x + length + 5, y - 1, 8, false);
        north(pen, sheet, frame.left() + frame.width() - 18, frame.bottom() + frame.height() - 34);
    }

    private void north(PDPageContentStream pen, Sheet sheet, float x, float y) throws IOException {
        pen.moveTo(x, y + 16);
        pen.lineTo(x + 5, y);
        pen.lineTo(x, y + 4);
        pen.lineTo(x - 5, y);
        pen.closePath();
        pen.fill();
        sheet.line(north, x - 3, y + 19, 9, true);
    }

    /** Degrees to points on the sheet. */
    private record Frame(
            double longitude,
            double latitude,
            double squeeze,
            double pointsPerMetre,
            float left,
            float bottom,
            float width,
            float height) {
        float x(double lon) {
            return (float) (left + width / 2 + (lon - longitude) * METRES_PER_DEGREE * squeeze * pointsPerMetre);
        }

        float y(double lat) {
            return (float) (bottom + height / 2 + (lat - latitude) * METRES_PER_DEGREE * pointsPerMetre);
        }

        boolean holds(float x, float y) {
            return x > left + 8 && x < left + width - 24 && y > bottom + 22 && y < bottom + height - 8;
        }

        /** About a fifth of the width, as a round number. */
        int roundMetres() {
            double wanted = width / 5 / pointsPerMetre;
            double power = Math.pow(10, Math.floor(Math.log10(wanted)));
            double round = wanted / power >= 5 ? 5 : wanted / power >= 2 ? 2 : 1;
            return (int) Math.max(1, round * power);
        }
    }
}
