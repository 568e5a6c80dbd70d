package tr.kentatlas.registry.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a CSV file apart (RFC 4180; commas, semicolons or tabs), in UTF-8 or else in windows-1254. */
final class CsvText {
    private static final Charset TURKISH = Charset.forName("windows-1254");

    private final String text;
    private final char separator;
    private int at;

    private CsvText(String text) {
        this.text = text;
        this.separator = separator(text.lines().findFirst().orElse(""));
    }

    static List<List<String>> records(byte[] file) {
        CsvText csv = new CsvText(decode(file));
        List<List<String>> records = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            List<String> record = csv.line();
            if (record.size() > 1 || !record.getFirst().isBlank()) {
                records.add(record);
            }
        }
        return records;
    }

    private static String decode(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, TURKISH);
        }
    }

    private static char separator(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private List<String> line() {
        List<String> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            fields.add(field().strip());
            more = at < text.length() && text.charAt(at) == separator;
            at += at < text.length() ? 1 : 0;
        }
        return fields;
    }

    private String field() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(from, at);
    }

    /** Two quotes inside stand for one; what follows the closing one belongs to nobody. */
    private String quoted() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
            out.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        String rest = plain();
        return rest.length() > 1 && !rest.substring(1).isBlank() ? out + rest.substring(1) : out.toString();
    }
}
