package tr.kentatlas.api.thematic;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Colours between given ones. */
final class Ramp {
    private Ramp() {}

    /** More colours than there are, evenly along the given ones. */
    static List<String> stretch(List<String> colours, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> at(colours, i * (colours.size() - 1.0) / (count - 1)))
                .toList();
    }

    private static String at(List<String> colours, double place) {
        int low = Math.min((int) place, colours.size() - 2);
        int from = Integer.parseInt(colours.get(low).substring(1), 16);
        int to = Integer.parseInt(colours.get(low + 1).substring(1), 16);
        double share = place - low;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            colour |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
