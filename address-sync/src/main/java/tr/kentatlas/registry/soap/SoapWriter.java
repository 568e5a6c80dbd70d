package tr.kentatlas.registry.soap;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a SOAP 1.1 envelope in UTF-8. Elements without a value are written as the {@link Absent} style says. */
public final class SoapWriter {
    /** Namespace of the WS-Security extension 1.0. */
    public static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private static final String NIL = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private final Absent absent;

    private SoapWriter(XMLStreamWriter xml, Absent absent) {
        this.xml = xml;
        this.absent = absent;
    }

    /** How an element without a value is written; all three mean the same. */
    public enum Absent {
        LEFT_OUT,
        EMPTY,
        NIL
    }

    /** An envelope with a user name token and one element. */
    public static byte[] signedBy(
            String user, String password, String namespace, String name, Consumer<SoapWriter> content) {
        return envelope(Absent.LEFT_OUT, namespace, soap -> {
            soap.section("Header", () -> soap.token(user, password));
            soap.section("Body", () -> soap.element(name, content));
        });
    }

    /** An envelope with one element. */
    public static byte[] plain(Absent absent, String namespace, String name, Consumer<SoapWriter> content) {
        return envelope(absent, namespace, soap -> soap.section("Body", () -> soap.element(name, content)));
    }

    /** A fault; the code may be one of SOAP's own or, with the prefix wsse, of WS-Security. */
    public static byte[] fault(String code, String text) {
        return envelope(
                Absent.LEFT_OUT,
                "",
                soap -> soap.section(
                        "Body",
                        () -> soap.section("Fault", () -> {
                            soap.bare("faultcode", code);
                            soap.bare("faultstring", text);
                        })));
    }

    /** One element of the message's namespace. */
    public void element(String name, Consumer<SoapWriter> content) {
        run(() -> xml.writeStartElement(name));
        content.accept(this);
        run(xml::writeEndElement);
    }

    /** One value; null is written in the style of the message. */
    public void value(String name, @Nullable Object value) {
        if (value == null && absent == Absent.LEFT_OUT) {
            return;
        }
        run(() -> {
            xml.writeStartElement(name);
            if (value == null && absent == Absent.NIL) {
                xml.writeAttribute("xsi", NIL, "nil", "true");
            }
            xml.writeCharacters(value == null ? "" : value.toString());
            xml.writeEndElement();
        });
    }

    private void token(String user, String password) {
        run(() -> {
            xml.writeStartElement("wsse", "Security", SECURITY);
            xml.writeNamespace("wsse", SECURITY);
            xml.writeAttribute("soap", SoapReader.ENVELOPE, "mustUnderstand", "1");
            xml.writeStartElement("wsse", "UsernameToken", SECURITY);
            secured("Username", user);
            xml.writeStartElement("wsse", "Password", SECURITY);
            xml.writeAttribute("Type", PASSWORD_TEXT);
            xml.writeCharacters(password);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private void secured(String name, String text) throws XMLStreamException {
        xml.writeStartElement("wsse", name, SECURITY);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** Children of a fault have no namespace (SOAP 1.1, section 4.4). */
    private void bare(String name, String text) {
        run(() -> {
            xml.writeStartElement("", name, "");
            xml.writeCharacters(text);
            xml.writeEndElement();
        });
    }

    private void section(String name, Runnable content) {
        run(() -> xml.writeStartElement("soap", name, SoapReader.ENVELOPE));
        content.run();
        run(xml::writeEndElement);
    }

    private static byte[] envelope(Absent absent, String namespace, Consumer<SoapWriter> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(() -> {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soap", "Envelope", SoapReader.ENVELOPE);
            xml.writeNamespace("soap", SoapReader.ENVELOPE);
            xml.writeNamespace("xsi", NIL);
            xml.writeNamespace("wsse", SECURITY);
            if (!namespace.isEmpty()) {
                xml.writeDefaultNamespace(namespace);
            }
            content.accept(new SoapWriter(xml, absent));
            xml.writeEndDocument();
            xml.close();
        });
        return out.toByteArray();
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    /** Into memory nothing can fail but a wrong use of the writer. */
    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
