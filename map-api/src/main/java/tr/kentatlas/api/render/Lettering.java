package tr.kentatlas.api.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;

/** The typeface shipped with the service (SIL Open Font License), so that a legend looks the same on every machine. */
public final class Lettering {
    /** Classpath addresses of the font files. */
    public static final String REGULAR = "kentatlas/fonts/KentSans-Regular.ttf";

    public static final String SEMI_BOLD = "kentatlas/fonts/KentSans-SemiBold.ttf";

    private static final Font PLAIN = read(REGULAR);
    private static final Font STRONG = read(SEMI_BOLD);

    private Lettering() {}

    public static Font plain(double size) {
        return PLAIN.deriveFont((float) size);
    }

    public static Font strong(double size) {
        return STRONG.deriveFont((float) size);
    }

    private static Font read(String file) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }
}
