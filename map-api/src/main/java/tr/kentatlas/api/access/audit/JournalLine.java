package tr.kentatlas.api.access.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An entry as one line of the journal: a checksum of eight hexadecimal digits, a space, a JSON object, a line feed. */
final class JournalLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PREFIX = 9;

    private JournalLine() {}

    static byte[] write(AuditEntry entry) {
        byte[] json = JSON.writeValueAsBytes(fields(entry));
        String line = sum(json) + " " + new String(json, StandardCharsets.UTF_8) + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON object of a line without its line feed; empty when the line is damaged. */
    static Optional<String> json(byte[] line) {
        if (line.length <= PREFIX) return Optional.empty();
        byte[] json = java.util.Arrays.copyOfRange(line, PREFIX, line.length);
        boolean whole = new String(line, 0, PREFIX, StandardCharsets.ISO_8859_1).equals(sum(json) + " ");
        return whole ? Optional.of(new String(json, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static Map<String, @Nullable Object> fields(AuditEntry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", entry.at().toString());
        fields.put("kind", entry.kind().name().toLowerCase(java.util.Locale.ROOT));
        fields.put("caller", entry.caller());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("release_no", entry.release());
        fields.put("items", entry.count());
        fields.put("detail", entry.detail());
        return fields;
    }

    private static String sum(byte[] json) {
        CRC32C crc = new CRC32C();
        crc.update(json);
        return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
    }
}
