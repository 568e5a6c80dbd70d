package tr.kentatlas.spatial.planning.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.statistics.AreaFigures.Code;
import tr.kentatlas.spatial.planning.statistics.AreaFigures.Numbers;

/**
 * Keeps back what could tell of one household once a table leaves the desk (KVKK 6698 art. 28/1-b allows statistics where nobody can be
 * told). Guarded is what the public does not see, in whole or in some values: of it no figure is told of fewer than {@link #FEWEST}
 * features, and none that equals a value the public does not see.
 */
final class Discretion {
    /** The least number of features a guarded figure may be told of. */
    static final int FEWEST = 3;

    private final StatisticsQuestion question;
    private final boolean guardsCounts;

    Discretion(StatisticsQuestion question) {
        this.question = question;
        guardsCounts = !question.type().type().isPublic() || asksOfGuarded();
    }

    /** A filter by a guarded attribute makes each count tell of it. */
    private boolean asksOfGuarded() {
        Cql2.Predicate filter = question.query().filter();
        if (filter == null) return false;
        String text = Cql2Writer.write(filter);
        return question.type().attributes().stream().anyMatch(a -> isGuarded(a) && text.contains(a.name()));
    }

    static boolean isGuarded(Attribute attribute) {
        return !attribute.isFullyPublic();
    }

    AreaFigures of(AreaFigures area) {
        if (guardsCounts && isFew(area.count()))
            return new AreaFigures(area.key(), 0, 0, 0, List.of(), List.of(), true);
        List<Numbers> numbers = new ArrayList<>();
        for (int i = 0; i < area.numbers().size(); i++)
            numbers.add(of(area.numbers().get(i), question.numbers().get(i)));
        return new AreaFigures(
                area.key(), area.count(), area.squareMetres(), area.metres(), numbers, codes(area.codes()), false);
    }

    /** One that is withheld alone would be what the others leave of the whole: the least frequent of them is withheld with it. */
    private List<Code> codes(List<Code> codes) {
        List<Code> told = new ArrayList<>();
        for (Code code : codes) told.add(isGuarded(code) && isFew(code.count()) ? withheld(code) : code);
        boolean isAlone = told.stream().filter(Code::isWithheld).count() == 1;
        for (int i = told.size() - 1; isAlone && i >= 0; i--) {
            if (told.get(i).isWithheld()) continue;
            told.set(i, withheld(told.get(i)));
            isAlone = false;
        }
        return told;
    }

    private static Code withheld(Code code) {
        return new Code(code.code(), 0, 0, 0, true);
    }

    private boolean isGuarded(Code code) {
        Attribute breakdown = question.breakdown();
        if (guardsCounts || breakdown == null) return guardsCounts;
        return !breakdown.isPublic()
                || breakdown.hiddenValues().stream().anyMatch(hidden -> hidden.equals(code.code()));
    }

    private static boolean isFew(long count) {
        return count > 0 && count < FEWEST;
    }

    private Numbers of(Numbers figures, Attribute attribute) {
        boolean guarded = guardsCounts || isGuarded(attribute);
        if (guarded && isFew(figures.count())) return new Numbers(0, null, null, null, null, null, true);
        Double least = shown(figures.least(), attribute);
        Double most = shown(figures.most(), attribute);
        Double median = shown(figures.median(), attribute);
        boolean total = isHidden(figures.total(), attribute) || (most == null && figures.most() != null);
        boolean kept = total
                || (least == null && figures.least() != null)
                || (most == null && figures.most() != null)
                || (median == null && figures.median() != null);
        return new Numbers(
                figures.count(),
                total ? null : figures.total(),
                total ? null : figures.mean(),
                least,
                most,
                median,
                kept);
    }

    private static @Nullable Double shown(@Nullable Double figure, Attribute attribute) {
        return isHidden(figure, attribute) ? null : figure;
    }

    private static boolean isHidden(@Nullable Double figure, Attribute attribute) {
        return figure != null
                && attribute.hiddenValues().stream().anyMatch(hidden -> figure == Double.parseDouble(hidden));
    }
}
