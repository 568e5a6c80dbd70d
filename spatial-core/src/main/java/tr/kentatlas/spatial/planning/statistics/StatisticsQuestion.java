package tr.kentatlas.spatial.planning.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.Neighbourhoods;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * What is asked.
 *
 * @param place where the features lie that have no place of their own; null for those that have one, or none at all
 * @param query which features; its page does not matter
 * @param numbers visible attributes that are single numbers
 * @param breakdown a visible attribute of codes; null for none
 * @param units the neighbourhoods to tell apart; null for none
 */
public record StatisticsQuestion(
        VisibleType type,
        @Nullable BorrowedPlace place,
        FeatureQuery query,
        CountingRule rule,
        List<Attribute> numbers,
        @Nullable Attribute breakdown,
        @Nullable Neighbourhoods units,
        List<DrawnArea> drawn) {
    public StatisticsQuestion {
        numbers = List.copyOf(numbers);
        drawn = List.copyOf(drawn);
    }
}
