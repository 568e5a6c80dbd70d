package tr.kentatlas.api.wms;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tr.kentatlas.api.http.XmlText;
import tr.kentatlas.api.render.Lettering;
import tr.kentatlas.api.render.Png;

/** A fault in the form the request asks for with EXCEPTIONS: a report, a picture of the words, or an empty picture. */
final class ExceptionReport {
    private static final String OGC = "http://www.opengis.net/ogc";
    private static final int USUAL_SIDE = 400;
    private static final int LARGEST_SIDE = 1024;
    private static final int LINE = 18;

    private ExceptionReport() {}

    static ResponseEntity<byte[]> answer(String code, String told, Parameters parameters) {
        String form = parameters.text("EXCEPTIONS").toLowerCase(Locale.ROOT);
        var answer = ResponseEntity.ok().header("Cache-Control", "no-store");
        if (form.endsWith("inimage"))
            return answer.contentType(MediaType.IMAGE_PNG).body(picture(told, parameters));
        if (form.endsWith("blank")) {
            return answer.contentType(MediaType.IMAGE_PNG).body(picture("", parameters));
        }
        Version version = parameters.version();
        return answer.header("Content-Type", version.exceptionType() + ";charset=UTF-8")
                .body(report(code, told, version).getBytes(StandardCharsets.UTF_8));
    }

    private static String report(String code, String told, Version version) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("ServiceExceptionReport");
            if (version == Version.V1_3_0) xml.writeDefaultNamespace(OGC);
            xml.writeAttribute("version", version.number());
            xml.writeStartElement("ServiceException");
            if (!code.isEmpty()) xml.writeAttribute("code", code);
            xml.writeCharacters(XmlText.of(told));
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private static byte[] picture(String told, Parameters parameters) {
        int width = side(parameters.text("WIDTH"));
        BufferedImage image =
                new BufferedImage(width, side(parameters.text("HEIGHT")), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(new Color(0x9c1f1f));
        canvas.setFont(Lettering.plain(13));
        int perLine = Math.max(8, width / 7);
        for (int i = 0, line = 1; i < told.length(); i += perLine, line++) {
            canvas.drawString(told.substring(i, Math.min(told.length(), i + perLine)), 6, line * LINE);
        }
        canvas.dispose();
        return Png.write(image);
    }

    private static int side(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(text), LARGEST_SIDE) : USUAL_SIDE;
    }
}
