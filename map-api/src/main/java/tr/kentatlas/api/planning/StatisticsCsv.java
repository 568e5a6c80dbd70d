package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;
import tr.kentatlas.spatial.planning.statistics.CountingRule;

/** Statistics as CSV: one row for each area, and below it one for each code where features are told apart by one. */
final class StatisticsCsv {
    private final StatisticsAnswer answer;
    private final Locale language;
    private final Csv form;

    private StatisticsCsv(StatisticsAnswer answer, Locale language, Csv form) {
        this.answer = answer;
        this.language = language;
        this.form = form;
    }

    static ResponseEntity<byte[]> of(StatisticsAnswer answer, Locale language, Csv form) {
        return new StatisticsCsv(answer, language, form).whole();
    }

    private ResponseEntity<byte[]> whole() {
        StringBuilder table = new StringBuilder(form.head(head()));
        for (StatisticsAnswer.Area area : answer.areas()) {
            table.append(form.line(row(area, area.figures())));
            area.figures().codes().forEach(code -> table.append(form.line(row(area, code))));
        }
        return Csv.file(in("istatistik", "statistics"), table.toString());
    }

    private String in(String turkish, String english) {
        return language.getLanguage().equals("en") ? english : turkish;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(
                in("yayın", "release"),
                in("kural", "rule"),
                in("alan", "area"),
                in("kod", "code"),
                in("kod adı", "name of the code"),
                in("adet", "count")));
        if (answer.hasArea()) head.add(in("yüzölçümü m²", "area m²"));
        if (answer.hasLength()) head.add(in("uzunluk m", "length m"));
        for (Attribute attribute : answer.question().numbers()) {
            String title = attribute.title().in(language);
            head.add(title + in(" dolu", " filled"));
            head.add(title + in(" toplam", " total"));
            head.add(title + in(" ortalama", " mean"));
            head.add(title + in(" en az", " least"));
            head.add(title + in(" en çok", " most"));
            head.add(title + in(" ortanca", " median"));
        }
        return head;
    }

    private List<@Nullable Object> row(StatisticsAnswer.Area area, AreaFigures figures) {
        List<@Nullable Object> row = new ArrayList<>(start(area));
        row.add("");
        row.add("");
        sizes(row, figures.isWithheld(), figures.count(), figures.squareMetres(), figures.metres());
        for (AreaFigures.Numbers one : figures.numbers()) {
            row.add(one.isWithheld() && one.count() == 0 ? kept() : one.count());
            for (Double figure : Arrays.asList(one.total(), one.mean(), one.least(), one.most(), one.median()))
                row.add(figure == null && one.isWithheld() ? kept() : figure);
        }
        return row;
    }

    private List<@Nullable Object> row(StatisticsAnswer.Area area, AreaFigures.Code code) {
        List<@Nullable Object> row = new ArrayList<>(start(area));
        Attribute breakdown = answer.question().breakdown();
        row.add(code.code() == null ? "" : code.code());
        row.add(
                code.code() == null || breakdown == null
                        ? in("belirtilmemiş", "not given")
                        : PlanningTypes.words(answer.question().type(), breakdown, code.code())
                                .in(language));
        sizes(row, code.isWithheld(), code.count(), code.squareMetres(), code.metres());
        return row;
    }

    private List<Object> start(StatisticsAnswer.Area area) {
        String rule =
                answer.question().rule() == CountingRule.INSIDE ? in("bütün", "whole") : in("kesilmiş", "clipped");
        return List.of(answer.view().edition().release(), rule, area.name().in(language));
    }

    private String kept() {
        return in("gizli", "withheld");
    }

    private void sizes(List<@Nullable Object> row, boolean withheld, long count, double squareMetres, double metres) {
        row.add(withheld ? kept() : count);
        if (answer.hasArea()) row.add(withheld ? kept() : squareMetres);
        if (answer.hasLength()) row.add(withheld ? kept() : metres);
    }
}
