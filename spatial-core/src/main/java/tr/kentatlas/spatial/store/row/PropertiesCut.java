package tr.kentatlas.spatial.store.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;

/**
 * Leaves out of a properties object what was not asked for, without reading the values. It relies on {@link PropertiesJson}, which writes
 * every field, in order and without blanks; on official names being ASCII, as the model demands; and on no value holding a member of a
 * field's name: a text cannot, since its quotation marks are escaped (RFC 8259 §7), and a geometry's members have names of their own.
 */
final class PropertiesCut {
    private static final List<String> OF_GEOMETRIES =
            List.of("type", "crs", "properties", "name", "coordinates", "geometries");

    private final List<Run> runs = new ArrayList<>();

    /** Neighbouring fields that are kept: the member the first one begins with, and the one after the last; null where none comes. */
    private record Run(String first, @Nullable String next) {}

    /**
     * @param all the fields of the objects, in order
     * @param kept those of them to leave in, in the same order
     */
    PropertiesCut(List<Attribute> all, List<Attribute> kept) {
        String first = null;
        int found = 0;
        for (Attribute field : all) {
            boolean isKept = found < kept.size() && kept.get(found).equals(field);
            if (isKept) found++;
            if (isKept && first == null) first = member(field);
            if (!isKept && first != null) {
                runs.add(new Run(first, member(field)));
                first = null;
            }
        }
        if (first != null) runs.add(new Run(first, null));
    }

    private static String member(Attribute field) {
        if (OF_GEOMETRIES.contains(field.name()))
            throw new IllegalArgumentException("a geometry has its own " + field.name());
        return '"' + field.name() + "\":";
    }

    /** The object with the kept fields only. */
    byte[] of(byte[] whole) {
        String members =
                new String(whole, StandardCharsets.ISO_8859_1); // a character for each byte, to be searched at once
        byte[] cut = new byte[whole.length];
        int size = 0;
        int at = 0;
        for (Run run : runs) {
            int begin = members.indexOf(run.first, at);
            at = run.next == null ? whole.length - 1 : members.indexOf(run.next, begin) - 1;
            cut[size] = (byte) (size == 0 ? '{' : ',');
            System.arraycopy(whole, begin, cut, size + 1, at - begin);
            size += 1 + at - begin;
        }
        return closed(cut, size);
    }

    private static byte[] closed(byte[] cut, int size) {
        int length = Math.max(1, size);
        cut[0] = '{';
        byte[] all = Arrays.copyOf(cut, length + 1);
        all[length] = '}';
        return all;
    }
}
