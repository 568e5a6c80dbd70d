package tr.kentatlas.api.access.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An entry as one line of the journal: a checksum of eight hexadecimal digits, a space, a JSON object, a line feed. */
final class JournalLine {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] NO_SUM = "-------- ".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX = NO_SUM.length;

    private JournalLine() {}

    static byte[] write(AuditEntry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        line.write(NO_SUM, 0, PREFIX);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(entry, json);
        }
        line.write('\n');
        byte[] bytes = line.toByteArray();
        byte[] sum = sum(bytes, PREFIX, bytes.length - PREFIX - 1);
        System.arraycopy(sum, 0, bytes, 0, sum.length);
        return bytes;
    }

    /** The JSON object of a line without its line feed; empty when the line is damaged. */
    static Optional<String> json(byte[] line) {
        if (line.length <= PREFIX) return Optional.empty();
        byte[] sum = sum(line, PREFIX, line.length - PREFIX);
        boolean isWhole = Arrays.equals(line, 0, sum.length, sum, 0, sum.length) && line[sum.length] == ' ';
        return isWhole
                ? Optional.of(new String(line, PREFIX, line.length - PREFIX, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static void write(AuditEntry entry, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("at", entry.at().toString());
        json.writeStringProperty("kind", entry.kind().word());
        json.writeStringProperty("caller", entry.caller());
        json.writeStringProperty("action", entry.action());
        json.writeStringProperty("subject", entry.subject());
        if (entry.release() != null) json.writeNumberProperty("release_no", entry.release());
        json.writeNumberProperty("items", entry.count());
        json.writeObjectPropertyStart("detail");
        entry.detail().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static byte[] sum(byte[] line, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(line, from, length);
        return HexFormat.of().toHexDigits((int) crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
