package tr.kentatlas.api.planning;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;

/** What questions of planning ask of the data, read as the caller sees it. */
final class AskedData {
    /** Farther than this from the city, in degrees, nothing is projected well. */
    private static final double BESIDE_CITY = 0.5;

    private static final int LONGEST_FILTER = 5_000;

    private final View view;

    AskedData(View view) {
        this.view = view;
    }

    /** A type that has to be named. */
    @Nullable
    VisibleType type(Member name) {
        return name.requireText(
                text -> view.find(text).orElseThrow(() -> new ValueRefused("request.collection", text)));
    }

    /** Every feature of a type that meets a condition in CQL2 text, or all. */
    FeatureQuery query(VisibleType type, Member filter) {
        FeatureQuery all = FeatureQuery.all(type.type().name(), Page.first(1));
        FeatureQuery some = filter.readText(text -> {
            if (text.length() > LONGEST_FILTER) throw new ValueRefused("planning.filter-length", LONGEST_FILTER);
            Cql2.Predicate asked = Cql2Text.parse(text);
            new QuestionCheck(view.edition(), type).filter(asked, Crs.CRS84);
            return all.where(asked, Crs.CRS84);
        });
        return some == null ? all : some;
    }

    /** What is hidden and what is of another kind are refused in the same words. */
    static Attribute attribute(VisibleType type, String name, Predicate<Attribute> kind) {
        return type.attribute(name).filter(kind).orElseThrow(() -> new ValueRefused("planning.attribute", name));
    }

    /** Whether a place is in the city or so near that it can be projected well. */
    boolean isNearCity(Envelope place) {
        Envelope city = view.edition().extent();
        city.expandBy(BESIDE_CITY);
        return city.contains(place);
    }
}
