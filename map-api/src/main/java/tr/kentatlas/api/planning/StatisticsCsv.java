package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;

/** Statistics as CSV in one language: one row for each area, and below it one for each code where features are told apart by one. */
record StatisticsCsv(Words words, StatisticsAnswer answer, Locale language, Csv form) {
    private static final List<String> START = List.of("release", "rule", "area", "code", "code-name", "count");
    private static final List<String> FIGURES = List.of("filled", "total", "mean", "least", "most", "median");

    ResponseEntity<byte[]> file() {
        StringBuilder table = new StringBuilder(form.head(head()));
        for (StatisticsAnswer.Area area : answer.areas()) {
            table.append(form.line(row(area, area.figures())));
            area.figures().codes().forEach(code -> table.append(form.line(row(area, code))));
        }
        return Csv.file(told("file"), table.toString());
    }

    private String told(String key, Object... values) {
        return words.tell(Wording.of("statistics." + key, values), language);
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        START.forEach(key -> head.add(told(key)));
        if (answer.hasArea()) head.add(told("square-metres"));
        if (answer.hasLength()) head.add(told("metres"));
        for (Attribute attribute : answer.question().numbers())
            FIGURES.forEach(key -> head.add(told(key, attribute.title())));
        return head;
    }

    private List<@Nullable Object> row(StatisticsAnswer.Area area, AreaFigures figures) {
        List<@Nullable Object> row = new ArrayList<>(start(area));
        row.add("");
        row.add("");
        sizes(row, figures.isWithheld(), figures.count(), figures.squareMetres(), figures.metres());
        for (AreaFigures.Numbers one : figures.numbers()) {
            row.add(one.isWithheld() && one.count() == 0 ? withheld() : one.count());
            for (Double figure : Arrays.asList(one.total(), one.mean(), one.least(), one.most(), one.median()))
                row.add(figure == null && one.isWithheld() ? withheld() : figure);
        }
        return row;
    }

    private List<@Nullable Object> row(StatisticsAnswer.Area area, AreaFigures.Code code) {
        List<@Nullable Object> row = new ArrayList<>(start(area));
        Attribute breakdown = answer.question().breakdown();
        row.add(code.code() == null ? "" : code.code());
        row.add(
                code.code() == null || breakdown == null
                        ? told("not-given")
                        : PlanningTypes.words(answer.question().type(), breakdown, code.code())
                                .in(language));
        sizes(row, code.isWithheld(), code.count(), code.squareMetres(), code.metres());
        return row;
    }

    private List<Object> start(StatisticsAnswer.Area area) {
        String rule = told("rule." + answer.question().rule().word());
        return List.of(answer.view().edition().release(), rule, area.name().in(language));
    }

    private String withheld() {
        return told("withheld");
    }

    private void sizes(List<@Nullable Object> row, boolean withheld, long count, double squareMetres, double metres) {
        row.add(withheld ? withheld() : count);
        if (answer.hasArea()) row.add(withheld ? withheld() : squareMetres);
        if (answer.hasLength()) row.add(withheld ? withheld() : metres);
    }
}
