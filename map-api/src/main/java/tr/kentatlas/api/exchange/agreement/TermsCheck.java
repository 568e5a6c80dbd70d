package tr.kentatlas.api.exchange.agreement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Holds terms against what is published: layers and fields must be there, conditions decidable, areas in the city, and data that is not
 * public needs a stated legal ground (KVKK 6698).
 */
final class TermsCheck {
    private final Edition edition;
    private final Faults faults;

    TermsCheck(Edition edition, Faults faults) {
        this.edition = edition;
        this.faults = faults;
    }

    void check(Terms terms) {
        for (int i = 0; i < terms.shares().size(); i++) {
            Share share = terms.shares().get(i);
            String path = "layers[" + i + "]";
            edition.find(share.type())
                    .ifPresentOrElse(
                            entry -> check(terms, share, entry, path),
                            () -> faults.add(path + ".type", "terms.no-layer", share.type()));
        }
    }

    private void check(Terms terms, Share share, Edition.Entry entry, String path) {
        Set<String> known = names(entry);
        share.fields().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(path + ".fields", "terms.no-field", name));
        if (share.rows() != null) requireDecidable(entry, share.rows(), path + ".rows");
        if (share.area() != null) checkArea(share.area(), entry, path + ".area");
        requireGround(terms, share, entry, path);
    }

    /** A condition may name any attribute of the type, shared or not: the partner cannot steer it. */
    private void requireDecidable(Edition.Entry entry, Cql2.Predicate rows, String path) {
        String name = entry.type().name();
        Grant all = new Grant("check", Grant.Audience.NAMED, Map.of(name, Grant.TypeGrant.of(names(entry))));
        VisibleType type = VisibleType.find(edition, all, name).orElseThrow();
        try {
            new QuestionCheck(edition, type).filter(rows, Crs.CRS84);
        } catch (IllegalArgumentException e) {
            faults.add(path, ValueWordings.of(e));
        }
    }

    private void checkArea(Grant.Area area, Edition.Entry entry, String path) {
        if (entry.type().geometry() == null) {
            faults.add(path, "terms.no-place", entry.type().title());
        } else if (!edition.extent().intersects(area.shape().getEnvelopeInternal())) {
            faults.add(path + ".shape", "terms.outside");
        }
    }

    private void requireGround(Terms terms, Share share, Edition.Entry entry, String path) {
        FeatureType type = entry.type();
        if (!type.isPublic() && share.ground() == null) {
            faults.add(path + ".ground", "terms.closed", type.title(), String.valueOf(type.reasonNotPublic()));
        }
        List<Text> hidden = notPublic(entry, share);
        if (!hidden.isEmpty() && terms.ground() == null && share.ground() == null) {
            faults.add("ground", "terms.ground", type.title(), hidden);
        }
    }

    /** Shared fields the public does not see, or not with all their values. */
    private static List<Text> notPublic(Edition.Entry entry, Share share) {
        return entry.model().attributesOf(entry.type()).stream()
                .filter(a -> share.fields().contains(a.name()))
                .filter(a -> !a.isFullyPublic())
                .map(Attribute::title)
                .toList();
    }

    private static Set<String> names(Edition.Entry entry) {
        return entry.model().attributesOf(entry.type()).stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
    }
}
