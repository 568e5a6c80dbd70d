package tr.kentatlas.cluster;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Release of PostGIS, as far as compatibility depends on it: 3.3.2 is 3.3. */
public record PostgisVersion(int major, int minor) implements Comparable<PostgisVersion> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final Comparator<PostgisVersion> ORDER =
            Comparator.comparingInt(PostgisVersion::major).thenComparingInt(PostgisVersion::minor);

    public static PostgisVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a PostGIS version: " + text);
        }
        return new PostgisVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(PostgisVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
