package tr.kentatlas.registry.soap;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tr.kentatlas.registry.port.Saying;

/**
 * Reads SOAP 1.1 envelopes as a stream: a long list is handed on child by child and never stands in memory as a whole. A document type, an
 * entity of any kind, or elements nested deeper than {@value #DEPTH} are refused before they can do harm.
 */
public final class SoapReader {
    /** The namespace of SOAP 1.1 envelopes. */
    public static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    static final int DEPTH = 40;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private Optional<XmlNode> security = Optional.empty();

    private SoapReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The element in the body, whole, and the security header if there is one. */
    public static Message read(byte[] message) {
        return run(message, reader -> {
            reader.toBody();
            XmlNode body = reader.element(2);
            reader.toEnd();
            return new Message(body, reader.security);
        });
    }

    /** Hands on the children of the body's element one by one, and gives its name. A fault is thrown as {@link SoapFault}. */
    public static String stream(byte[] message, Consumer<XmlNode> child) {
        return run(message, reader -> {
            reader.toBody();
            String name = reader.xml.getLocalName();
            if (name.equals("Fault") && ENVELOPE.equals(reader.xml.getNamespaceURI())) {
                throw SoapFault.of(reader.element(2));
            }
            while (reader.xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                child.accept(reader.element(3));
            }
            reader.toEnd();
            return name;
        });
    }

    /** A message with one element in its body. */
    public record Message(XmlNode body, Optional<XmlNode> security) {}

    private interface Reading<T> {
        T with(SoapReader reader) throws XMLStreamException;
    }

    private static <T> T run(byte[] message, Reading<T> reading) {
        requireXml(message);
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(message));
            return reading.with(new SoapReader(xml));
        } catch (XMLStreamException e) {
            throw explained(message, e);
        }
    }

    /** What is plainly something else gets a plainer sentence than a parser's. */
    private static void requireXml(byte[] message) {
        if (message.length > 1 && message[0] == 0x1f && message[1] == (byte) 0x8b) {
            throw MessageTrouble.of(Saying.COMPRESSED);
        }
        String begin = new String(message, 0, Math.min(message.length, 200), StandardCharsets.UTF_8).strip();
        String small = begin.toLowerCase(Locale.ROOT);
        if (begin.isEmpty()) {
            throw MessageTrouble.none(Saying.EMPTY_ANSWER);
        }
        if (small.startsWith("<!doctype html") || small.startsWith("<html")) {
            throw MessageTrouble.none(Saying.HTML_PAGE, MessageTrouble.shown(begin));
        }
    }

    private static MessageTrouble explained(byte[] message, XMLStreamException e) {
        String cause = String.valueOf(e.getMessage());
        if (cause.contains("MalformedByteSequence") || cause.contains("UTF-8") || hasBadBytes(e)) {
            return MessageTrouble.of(Saying.OTHER_ENCODING).by(e);
        }
        return isCut(message)
                ? MessageTrouble.none(Saying.BREAKS_OFF).by(e)
                : MessageTrouble.of(
                                Saying.NOT_WELL_FORMED, MessageTrouble.shown(cause.replaceAll("(?s)^.*Message: ", "")))
                        .by(e);
    }

    /** Begins like an envelope and does not end like one. */
    private static boolean isCut(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("<") && text.length() >= 2 && !text.endsWith("Envelope>");
    }

    private static boolean hasBadBytes(XMLStreamException e) {
        return e.getCause() instanceof CharConversionException
                || e.getNestedException() instanceof CharConversionException;
    }

    private void toBody() throws XMLStreamException {
        open("Envelope");
        xml.nextTag();
        if (xml.getLocalName().equals("Header")) {
            XmlNode header = element(1);
            security = header.child("Security");
            xml.nextTag();
        }
        require("Body");
        if (xml.nextTag() != XMLStreamConstants.START_ELEMENT) {
            throw MessageTrouble.of(Saying.EMPTY_BODY);
        }
    }

    private void open(String name) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            refuseDocumentType();
        }
        require(name);
    }

    private void require(String name) {
        boolean there =
                xml.isStartElement() && xml.getLocalName().equals(name) && ENVELOPE.equals(xml.getNamespaceURI());
        if (!there) {
            throw MessageTrouble.of(
                    Saying.NOT_SOAP, name, xml.hasName() ? MessageTrouble.shown(xml.getLocalName()) : "–");
        }
    }

    /** A cut message must not pass for a whole one. */
    private void toEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void refuseDocumentType() {
        int event = xml.getEventType();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw MessageTrouble.of(Saying.DOCUMENT_TYPE);
        }
    }

    private XmlNode element(int depth) throws XMLStreamException {
        if (depth > DEPTH) {
            throw MessageTrouble.of(Saying.NESTED_TOO_DEEP, DEPTH);
        }
        String namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
        NodeBuilder node = new NodeBuilder(namespace, xml.getLocalName());
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            refuseDocumentType();
            if (xml.isStartElement()) {
                node.add(element(depth + 1));
            } else if (xml.isCharacters()) {
                node.add(xml.getText());
            }
        }
        return node.build();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, related, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entities are refused");
        });
        return factory;
    }
}
