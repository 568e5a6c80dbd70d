package tr.kentatlas.api.desk.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.quality.Finding;
import tr.kentatlas.spatial.quality.Findings;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.store.edit.LaterChanges;

/** Pages of what the rules found in the draft; they show what is not public, so who read them is recorded. */
@Component
class FindingBook {
    private static final int MOST = 200;

    private final ReleaseBook book;
    private final Findings findings;
    private final LaterChanges changes;
    private final ObjectProvider<Model> models;
    private final Audit audit;

    FindingBook(ReleaseBook book, @Desk JdbcClient desk, City city, ObjectProvider<Model> models, Audit audit) {
        this.book = book;
        this.findings = new Findings(city.desk());
        this.changes = new LaterChanges(desk);
        this.models = models;
        this.audit = audit;
    }

    /** Where to begin, and how many are wanted. */
    record Part(long after, int limit) {
        Part {
            limit = Math.clamp(limit, 1, MOST);
        }
    }

    /** @param types the only ones that are told of; null for all */
    FindingsTold page(long draft, String rule, @Nullable Set<String> types, Part part, Staff staff) {
        Release frozen = book.requireDraft(draft);
        List<Finding> found = findings.page(draft, rule, types, part.after(), part.limit() + 1);
        List<Finding> page = found.subList(0, Math.min(part.limit(), found.size()));
        audit.record(AuditEntry.deed(staff, "read.findings", rule)
                .ofRelease(draft)
                .withLayers(page.stream().map(Finding::type).distinct().toList())
                .counting(page.size()));
        Set<UUID> changed = changed(frozen, page);
        return new FindingsTold(page.stream().map(one -> told(one, changed)).toList(), found.size() > part.limit());
    }

    /** By type, since each theme was frozen at a change of its own. */
    private Set<UUID> changed(Release draft, List<Finding> page) {
        Map<String, Set<UUID>> byType = new HashMap<>();
        for (Finding one : page) {
            UUID id = one.tucbsNo();
            if (id != null)
                byType.computeIfAbsent(one.type(), type -> new HashSet<>()).add(id);
        }
        Set<UUID> changed = new HashSet<>();
        byType.forEach((name, ids) -> type(name)
                .ifPresent(type -> draft.snapshots().stream()
                        .filter(theme -> theme.theme().equals(type.theme()))
                        .forEach(theme -> changed.addAll(changes.since(theme.changeNo(), type, ids)))));
        return changed;
    }

    private FindingsTold.One told(Finding one, Set<UUID> changed) {
        UUID id = one.tucbsNo();
        return new FindingsTold.One(
                one.number(),
                one.type(),
                type(one.type()).map(FeatureType::title).orElse(null),
                id,
                one.detail(),
                id != null && changed.contains(id),
                one.place());
    }

    private Optional<FeatureType> type(String name) {
        return models.getObject().find(name);
    }
}
