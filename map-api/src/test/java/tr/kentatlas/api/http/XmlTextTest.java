package tr.kentatlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
    private static final int[] PLACES = {
        0, 1, 8, '\t', '\n', 0x1F, ' ', 'ş', 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD
    };
    private static final int[] LATE = {0xFFFE, 0xFFFF, 0x10000, 0x1F5FA, 0x10FFFF, '<', '&', ']'};

    @ParameterizedTest
    @ValueSource(strings = {"Çınar Sokağı 12/A", "a < b & c ]]> d", "satır\nsonu\tsekme", "🗺"})
    void whatXmlCanCarryStaysAsItIs(String text) throws XMLStreamException {
        assertThat(XmlText.of(text)).isEqualTo(text);
        assertThat(read(written(text))).isEqualTo(text);
    }

    @Test
    void everythingElseIsReplacedSignBySign() {
        assertThat(XmlText.of("a\u0000b\u0001c\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(XmlText.of("half \uD83D of two \uDDFA")).isEqualTo("half \uFFFD of two \uFFFD");
    }

    @Test
    void anyTextAtAllIsReadAgain() throws XMLStreamException {
        Random dice = new Random(1923);
        int[] all = IntStream.concat(IntStream.of(PLACES), IntStream.of(LATE)).toArray();
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = dice.nextInt(12); i >= 0; i--) text.appendCodePoint(all[dice.nextInt(all.length)]);
            String carried = XmlText.of(text.toString());
            assertThat(read(written(carried))).isEqualTo(carried);
        }
    }

    private static String written(String text) throws XMLStreamException {
        StringWriter out = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartElement("a");
        xml.writeCharacters(text);
        xml.writeEndElement();
        return out.toString();
    }

    private static String read(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(document));
        xml.next();
        return xml.getElementText();
    }
}
