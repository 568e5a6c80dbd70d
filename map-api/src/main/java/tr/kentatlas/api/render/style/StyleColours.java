package tr.kentatlas.api.render.style;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours as styles write them: {@code #rgb}, {@code #rrggbb} and {@code rgba(r, g, b, a)}; as ARGB. */
final class StyleColours {
    private static final Pattern RGBA =
            Pattern.compile("rgba?\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?:,\\s*([0-9.]+)\\s*)?\\)");

    private StyleColours() {}

    static int parse(String text) {
        if (text.startsWith("#")) return 0xff000000 | hex(text.substring(1));
        Matcher rgba = RGBA.matcher(text);
        if (!rgba.matches()) return 0;
        String opacity = rgba.group(4);
        long alpha = opacity == null ? 255 : Math.round(255 * Double.parseDouble(opacity));
        int rgb = Integer.parseInt(rgba.group(1)) << 16
                | Integer.parseInt(rgba.group(2)) << 8
                | Integer.parseInt(rgba.group(3));
        return (int) alpha << 24 | rgb;
    }

    private static int hex(String digits) {
        if (digits.length() != 3) return Integer.parseInt(digits, 16);
        int value = Integer.parseInt(digits, 16);
        return (value >> 8 & 15) * 0x110000 | (value >> 4 & 15) * 0x1100 | (value & 15) * 0x11;
    }

    static int between(int low, int high, double share) {
        int colour = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int a = low >>> shift & 0xff;
            int b = high >>> shift & 0xff;
            colour |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return colour;
    }

    /** The same colour, seen through. */
    static int faded(int argb, double opacity) {
        long alpha = Math.round((argb >>> 24) * Math.clamp(opacity, 0, 1));
        return ((int) alpha << 24) | (argb & 0xffffff);
    }
}
