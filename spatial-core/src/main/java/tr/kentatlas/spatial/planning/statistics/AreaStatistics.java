package tr.kentatlas.spatial.planning.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.planning.statistics.AreaFigures.Code;
import tr.kentatlas.spatial.planning.statistics.AreaFigures.Numbers;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.Watch;

/** Answers statistics by area; the database counts, the grant is part of its WHERE, and what could tell of one household is kept back. */
public final class AreaStatistics {
    private static final int FIXED_COLUMNS = 6;
    private static final int PER_NUMBER = 6;

    private final WallReader reader;

    public AreaStatistics(WallReader reader) {
        this.reader = reader;
    }

    /** The figures by {@link AreaFigures#key}; an area in which nothing lies is not among them. */
    public Map<String, AreaFigures> of(Edition edition, StatisticsQuestion question, Watch watch) {
        Map<String, AreaFigures> areas = new HashMap<>();
        Map<String, List<Code>> codes = new HashMap<>();
        var sql = new StatisticsSql(edition, question).whole();
        reader.read(
                sql,
                1,
                rows -> {
                    while (rows.next()) take(rows, question.numbers().size(), areas, codes);
                    return areas.size();
                },
                watch);
        Discretion discretion = new Discretion(question);
        areas.replaceAll((key, figures) -> discretion.of(with(figures, codes.getOrDefault(key, List.of()))));
        return areas;
    }

    private static void take(ResultSet row, int numbers, Map<String, AreaFigures> areas, Map<String, List<Code>> codes)
            throws SQLException {
        String key = row.getString(1);
        if (row.getBoolean(3)) {
            codes.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Code(row.getString(2), row.getLong(4), row.getDouble(5), row.getDouble(6), false));
            return;
        }
        List<Numbers> all = new ArrayList<>();
        for (int i = 0; i < numbers; i++) all.add(numbers(row, FIXED_COLUMNS + 1 + i * PER_NUMBER));
        areas.put(key, new AreaFigures(key, row.getLong(4), row.getDouble(5), row.getDouble(6), all, List.of(), false));
    }

    private static Numbers numbers(ResultSet row, int at) throws SQLException {
        return new Numbers(
                row.getLong(at),
                number(row, at + 1),
                number(row, at + 2),
                number(row, at + 3),
                number(row, at + 4),
                number(row, at + 5),
                false);
    }

    private static @Nullable Double number(ResultSet row, int at) throws SQLException {
        double value = row.getDouble(at);
        return row.wasNull() ? null : value;
    }

    private static AreaFigures with(AreaFigures area, List<Code> codes) {
        List<Code> sorted = codes.stream()
                .sorted(Comparator.comparingLong(Code::count)
                        .reversed()
                        .thenComparing(code -> code.code() == null ? "" : code.code()))
                .toList();
        return new AreaFigures(
                area.key(), area.count(), area.squareMetres(), area.metres(), area.numbers(), sorted, false);
    }
}
