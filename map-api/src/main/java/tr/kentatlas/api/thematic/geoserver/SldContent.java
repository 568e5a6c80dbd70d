package tr.kentatlas.api.thematic.geoserver;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a style sheet draws, however it is written: the rules in order, each with its class numbers and its colours. GeoServer may lay one
 * out anew, but it does not change these.
 */
record SldContent(List<List<String>> rules) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    SldContent {
        rules = rules.stream().map(List::copyOf).toList();
    }

    /** Empty for what is no well-formed style sheet; document types and entities are refused. */
    static Optional<SldContent> read(String sld) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return Optional.of(read(factory.createXMLStreamReader(new StringReader(sld))));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static SldContent read(XMLStreamReader xml) throws XMLStreamException {
        List<List<String>> rules = new ArrayList<>();
        List<String> rule = new ArrayList<>();
        String element = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element = xml.getLocalName();
                if (element.equals("Rule")) rule = new ArrayList<>();
            } else if (event == XMLStreamConstants.CHARACTERS) {
                String text = xml.getText().strip();
                if (element.equals("Literal") && !text.isEmpty()) rule.add(text);
                if (COLOUR.matcher(text).matches()) rule.add(text.toLowerCase(Locale.ROOT));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                element = "";
                if (xml.getLocalName().equals("Rule")) rules.add(rule);
            }
        }
        return new SldContent(rules);
    }
}
