package tr.kentatlas.registry.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a CSV file is written: in UTF-8 or else in windows-1254, with semicolons or tabs where its first line has any, else with commas.
 *
 * @param begin where its first line begins: behind the mark of UTF-8, where there is one
 */
record CsvForm(Charset charset, char separator, int begin) {
    private static final Charset TURKISH = Charset.forName("windows-1254");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static CsvForm of(Path file) throws IOException {
        boolean isUtf8 = isUtf8(file);
        try (InputStream in = Files.newInputStream(file)) {
            boolean isMarked = isUtf8 && Arrays.equals(in.readNBytes(MARK.length), MARK);
            return new CsvForm(isUtf8 ? StandardCharsets.UTF_8 : TURKISH, separator(file), isMarked ? MARK.length : 0);
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static char separator(Path file) throws IOException {
        boolean hasTab = false;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = bytes.read(); b >= 0 && b != '\n' && b != '\r'; b = bytes.read()) {
                if (b == ';') return ';';
                hasTab |= b == '\t';
            }
        }
        return hasTab ? '\t' : ',';
    }
}
