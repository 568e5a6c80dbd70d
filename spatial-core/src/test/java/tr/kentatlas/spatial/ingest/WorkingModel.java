package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the working data must hold after edits and imports: every version of every row, in memory. No value is the empty text. */
final class WorkingModel {
    static final String FROM = "gecerlilik_baslangic";
    static final String UNTIL = "gecerlilik_bitis";
    static final String PLACE = "geom";
    static final String STATE = "kayit_durumu";
    static final List<String> COLUMNS = List.of(FROM, UNTIL, "kat_ustu", "adi", STATE, PLACE);
    private static final String IN_FORCE = "aktif";

    private final List<Row> rows = new ArrayList<>();

    /** What is known of an object for a time: the years it is so, and its values, by column. */
    record Known(String object, Map<String, String> values) {
        Known {
            values = new TreeMap<>(values);
        }

        String of(String column) {
            return values.getOrDefault(column, "");
        }

        Known with(String column, String value) {
            Map<String, String> changed = new HashMap<>(values);
            changed.put(column, value);
            return new Known(object, changed);
        }

        boolean isSameTime(Known other) {
            return object.equals(other.object) && of(FROM).equals(other.of(FROM));
        }

        boolean isBackward() {
            return until() <= from();
        }

        boolean overlaps(Known other) {
            return object.equals(other.object)
                    && Math.max(from(), other.from()) < Math.min(until(), other.until())
                    && from() < until()
                    && other.from() < other.until();
        }

        int from() {
            return of(FROM).isEmpty() ? 0 : Integer.parseInt(of(FROM));
        }

        int until() {
            return of(UNTIL).isEmpty() ? 9999 : Integer.parseInt(of(UNTIL));
        }
    }

    /** A version of a row, whether an import made it, and what the database gives it: a number, none yet being 0, and its beginning. */
    record Version(Known known, boolean isImports, long number, long begun) {}

    /** A record of a file; one of version 0 does not say which version it starts from. */
    record Given(Known known, long number, long begun) {
        boolean startsFrom(Version version) {
            return number > 0 && number == version.number && begun == version.begun;
        }
    }

    /** What an import does. */
    record Fate(long kept, long rejected, long inserted, long changed) {}

    private static final class Row {
        private final List<Version> versions = new ArrayList<>();
        private boolean isDeleted;

        Version last() {
            return versions.getLast();
        }

        void put(Known known, boolean isImports) {
            if (versions.isEmpty() || !last().known.equals(known)) versions.add(new Version(known, isImports, 0, 0));
        }

        Stream<Integer> newestFirst() {
            return IntStream.range(0, versions.size()).mapToObj(i -> versions.size() - 1 - i);
        }

        /** Whether that version is an import's and made the value. */
        boolean isImported(int index, String column) {
            return versions.get(index).isImports
                    && (index == 0 || !of(index, column).equals(of(index - 1, column)));
        }

        private String of(int index, String column) {
            return versions.get(index).known.of(column);
        }
    }

    List<Version> working() {
        return live().map(Row::last).toList();
    }

    /** Takes over what the database gives a row's newest version; a number is no other version's of the object, and stays. */
    void given(Known known, long number, long begun) {
        Row row = at(known).orElseThrow();
        Version last = row.versions.removeLast();
        if (last.number > 0) assertThat(number).isEqualTo(last.number);
        assertThat(numbers(known.object)).doesNotContain(number);
        row.versions.add(new Version(last.known, last.isImports, number, begun));
    }

    private Stream<Long> numbers(String object) {
        return rows.stream()
                .flatMap(row -> row.versions.stream())
                .filter(version -> version.known.object.equals(object))
                .map(Version::number);
    }

    void make(Known known) {
        insert(known, false);
    }

    void change(Known known, Known changed) {
        at(known).orElseThrow().put(changed, false);
    }

    void delete(Known known) {
        at(known).orElseThrow().isDeleted = true;
    }

    boolean isFree(Known wanted, Known instead) {
        return !wanted.isBackward()
                && working().stream()
                        .map(Version::known)
                        .filter(known -> !known.equals(instead))
                        .noneMatch(known -> known.overlaps(wanted) || known.isSameTime(wanted));
    }

    /** Does what an import must do. One that refuses for some that it would keep does nothing. */
    Fate load(List<Given> file, Edits edits) {
        List<Given> left = new ArrayList<>(sound(file));
        int sound = left.size();
        if (edits != Edits.OVERWRITE) left.removeIf(this::isInTheWay);
        int kept = sound - left.size();
        if (edits == Edits.REFUSE && kept > 0) return new Fate(kept, 0, 0, 0);
        Set<Given> overlapping = overlapping(left);
        left.removeAll(overlapping);
        long known = left.stream().filter(given -> at(given.known).isPresent()).count();
        long changed = left.stream().filter(this::store).count() - (left.size() - known);
        return new Fate(kept, file.size() - sound + overlapping.size(), left.size() - known, changed);
    }

    private static List<Given> sound(List<Given> file) {
        List<Given> forward =
                file.stream().filter(given -> !given.known.isBackward()).toList();
        return IntStream.range(0, forward.size())
                .filter(i -> IntStream.range(0, forward.size())
                        .noneMatch(j -> i != j && isRepeated(forward.get(i).known, i, forward.get(j).known, j)))
                .mapToObj(forward::get)
                .toList();
    }

    private static boolean isRepeated(Known known, int place, Known other, int otherPlace) {
        if (!known.object.equals(other.object)) return false;
        if (known.from() == other.from()) return otherPlace < place;
        return other.from() < known.from() && other.until() > known.from();
    }

    private boolean isInTheWay(Given given) {
        Optional<Row> row = at(given.known);
        return row.isEmpty()
                ? rows.stream()
                        .flatMap(left -> left.versions.stream())
                        .anyMatch(version -> version.known.isSameTime(given.known))
                : given.known.values().keySet().stream()
                        .anyMatch(column -> !row.get().last().known.of(column).equals(wanted(given, row.get(), column))
                                && !isKnown(given, row.get(), column));
    }

    /** Whether the newest version that counts, an import's that made the value or the one the file starts from, has the value of now. */
    private boolean isKnown(Given given, Row row, String column) {
        return Stream.concat(Stream.of(row), rows.reversed().stream().filter(other -> other != row))
                .flatMap(of -> of.newestFirst()
                        .filter(i -> of == row || of.versions.get(i).known.isSameTime(row.last().known))
                        .filter(i -> given.startsFrom(of.versions.get(i)) || of.isImported(i, column))
                        .map(i -> of.versions.get(i).known.of(column)))
                .findFirst()
                .filter(row.last().known.of(column)::equals)
                .isPresent();
    }

    private static String wanted(Given given, Row row, String column) {
        String value = given.known.of(column);
        return column.equals(PLACE) && value.isEmpty() ? row.last().known.of(column) : value;
    }

    private Set<Given> overlapping(List<Given> left) {
        Set<Given> overlapping = new HashSet<>();
        for (Given given : left) {
            boolean isOne = working().stream()
                    .map(Version::known)
                    .filter(known -> !known.isSameTime(given.known) && known.overlaps(given.known))
                    .anyMatch(known -> left.stream().noneMatch(other -> other.known.isSameTime(known)));
            if (isOne) overlapping.add(given);
        }
        return overlapping;
    }

    /** Whether anything changed by it. */
    private boolean store(Given given) {
        Optional<Row> row = at(given.known);
        if (row.isEmpty()) {
            insert(given.known, true);
            return true;
        }
        Map<String, String> values = new HashMap<>(row.get().last().known.values());
        given.known.values().keySet().forEach(column -> values.put(column, wanted(given, row.get(), column)));
        int versions = row.get().versions.size();
        row.get().put(new Known(given.known.object, values), true);
        return row.get().versions.size() > versions;
    }

    private void insert(Known known, boolean isImports) {
        Map<String, String> values = new HashMap<>(known.values);
        values.putIfAbsent(STATE, IN_FORCE);
        COLUMNS.forEach(column -> values.putIfAbsent(column, ""));
        Row row = new Row();
        row.put(new Known(known.object, values), isImports);
        rows.add(row);
    }

    private Optional<Row> at(Known known) {
        return live().filter(row -> row.last().known.isSameTime(known)).findFirst();
    }

    private Stream<Row> live() {
        return rows.stream().filter(row -> !row.isDeleted);
    }
}
