package tr.kentatlas.api.thematic.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapReader;
import tr.kentatlas.api.thematic.geoserver.MapHandover;
import tr.kentatlas.spatial.model.Text;

/**
 * {@code /api/desk/thematic}: planners keep thematic maps of their own, share and publish them; those of others they see as far as these
 * share them. What is done to a map says by {@code seen}, its {@code changedAt}, which version was looked at, and is refused where somebody
 * changed it since.
 */
@RestController
@RequestMapping("/api/desk/thematic")
@Permits(Role.PLANNER)
class DeskMapsController {
    private final SavedMaps maps;
    private final OpenMaps open;
    private final Audit audit;
    private final MapHandover geoServer;
    private final TransactionTemplate together;

    DeskMapsController(
            SavedMaps maps, OpenMaps open, Audit audit, MapHandover geoServer, @Desk TransactionTemplate together) {
        this.together = together;
        this.geoServer = geoServer;
        this.maps = maps;
        this.open = open;
        this.audit = audit;
    }

    @GetMapping
    List<Row> list(View view, Staff staff) {
        return maps.all().stream()
                .filter(map -> isSeen(map, view, staff))
                .map(map -> Row.of(map, staff))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Row create(View view, Staff staff, @RequestBody JsonNode definition) {
        ThematicMap map = ThematicMapReader.read(definition, view);
        String id = maps.newId();
        return Row.of(done(staff, "thematic.create", () -> maps.create(id, map, staff.account())), staff);
    }

    /** Whether GeoServer, where there is one, has what is published. */
    @GetMapping("/geoserver")
    Handover geoServer() {
        return Handover.of(geoServer.outcome());
    }

    /** Tries again at once. */
    @PostMapping("/geoserver")
    Handover handOver() {
        geoServer.soon();
        return Handover.of(geoServer.outcome());
    }

    @GetMapping("/{id}")
    Row one(View view, Staff staff, @PathVariable String id) {
        return Row.of(seen(id, view, staff), staff);
    }

    @PutMapping("/{id}")
    Row change(
            View view,
            Staff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String seen,
            @RequestBody JsonNode definition) {
        SavedMap.Doer doer = doer(staff, seen);
        SavedMap before = theirs(id, view, staff, doer);
        ThematicMap wanted = ThematicMapReader.read(definition, view);
        if (before.state().isOpen()) open.of(view, wanted);
        boolean isOther = together(() -> {
            if (!maps.change(id, wanted, doer.examined(before))) return false;
            record(staff, "thematic.change", id);
            return true;
        });
        if (isOther && isPublished(before)) geoServer.soon();
        return Row.of(isOther ? maps.require(id) : before, staff);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            View view, Staff staff, @PathVariable String id, @RequestParam(required = false) @Nullable String seen) {
        SavedMap.Doer doer = doer(staff, seen);
        SavedMap map = theirs(id, view, staff, doer);
        done(staff, "thematic.delete", () -> {
            maps.delete(id, doer.examined(map));
            return map;
        });
        if (isPublished(map)) geoServer.soon();
    }

    /** {@code {"state": "staff"}}, {@code "shared"}, {@code "private"}, or {@code "published"} with decisionNo and decisionDate. */
    @PostMapping("/{id}/state")
    Row state(
            View view,
            Staff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String seen,
            @RequestBody StateRequest wanted) {
        SavedMap.State state = wanted.read();
        SavedMap.Doer doer = doer(staff, seen);
        SavedMap before = theirs(id, view, staff, doer);
        ThematicMap map = ThematicMapReader.read(before.definition(), view);
        if (state.isOpen()) open.of(view, map);
        SavedMap after = done(
                staff,
                "thematic." + state.word(),
                () -> state == SavedMap.State.PUBLISHED
                        ? maps.publish(id, wanted.decision(), doer.examined(before))
                        : maps.withdraw(id, state, doer.examined(before)));
        if (isPublished(after) || isPublished(before)) geoServer.soon();
        return Row.of(after, staff);
    }

    /** Their own, and what others share with them. */
    private static boolean isSeen(SavedMap map, View view, Staff staff) {
        return map.belongsTo(staff) || SharedMaps.shown(map, view).isPresent();
    }

    private SavedMap seen(String id, View view, Staff staff) {
        return maps.find(id).filter(map -> isSeen(map, view, staff)).orElseThrow(() -> SavedMaps.missing(id));
    }

    /** A map they may do something to, in the version they looked at. */
    private SavedMap theirs(String id, View view, Staff staff, SavedMap.Doer doer) {
        SavedMap map = seen(id, view, staff);
        if (!map.belongsTo(staff)) throw Problem.forbidden(Wording.of("thematic.owner", map.owner()));
        return maps.requireSeen(id, doer);
    }

    private static SavedMap.Doer doer(Staff staff, @Nullable String seen) {
        try {
            return new SavedMap.Doer(staff.account(), seen == null ? null : Instant.parse(seen));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("seen", "thematic.seen");
        }
    }

    private static boolean isPublished(SavedMap map) {
        return map.state() == SavedMap.State.PUBLISHED;
    }

    private SavedMap done(Staff staff, String action, Supplier<SavedMap> work) {
        return together(() -> {
            SavedMap map = work.get();
            record(staff, action, map.id());
            return map;
        });
    }

    private <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(together.execute(status -> work.get()));
    }

    /** Once it is done and before it stands. */
    private void record(Staff staff, String action, String map) {
        audit.record(AuditEntry.deed(staff, action, map));
    }

    /** What a map is to become. */
    record StateRequest(
            @Nullable String state,
            @Nullable String decisionNo,
            @Nullable String decisionDate) {
        private static final int LONGEST_NUMBER = 100;

        SavedMap.State read() {
            SavedMap.State found = Arrays.stream(SavedMap.State.values())
                    .filter(one -> one.word().equals(state))
                    .findAny()
                    .orElseThrow(() -> Problem.invalid("state", "thematic.state"));
            if (found == SavedMap.State.PUBLISHED) checkDecision();
            return found;
        }

        private void checkDecision() {
            Faults faults = new Faults();
            if (decisionNo == null || decisionNo.isBlank() || decisionNo.length() > LONGEST_NUMBER) {
                faults.add("decisionNo", "thematic.decision");
            }
            try {
                LocalDate.parse(decisionDate == null ? "" : decisionDate);
            } catch (DateTimeParseException e) {
                faults.add("decisionDate", "thematic.decision-day");
            }
            faults.settle();
        }

        SavedMap.Decision decision() {
            if (decisionNo == null || decisionDate == null) throw new IllegalStateException("was read before");
            return new SavedMap.Decision(decisionNo.strip(), LocalDate.parse(decisionDate));
        }
    }

    /** How GeoServer stands; {@code off} where there is none. */
    record Handover(
            String state,
            int steps,
            List<Text> leftOut,
            Text message,
            @Nullable String at,
            @Nullable String again) {
        static Handover of(MapHandover.Outcome outcome) {
            return new Handover(
                    outcome.state().word(),
                    outcome.steps(),
                    outcome.leftOut(),
                    outcome.message(),
                    text(outcome.at()),
                    text(outcome.again()));
        }

        private static @Nullable String text(@Nullable Instant moment) {
            return moment == null ? null : moment.toString();
        }
    }

    /**
     * A kept map as the desk shows it.
     *
     * @param mine whether who asks may change it
     */
    record Row(
            String id,
            JsonNode map,
            String state,
            @Nullable String decisionNo,
            @Nullable String decisionDate,
            String owner,
            boolean mine,
            String changedBy,
            String changedAt) {
        static Row of(SavedMap map, Staff staff) {
            SavedMap.Decision decision = map.decision();
            return new Row(
                    map.id(),
                    map.definition(),
                    map.state().word(),
                    decision == null ? null : decision.number(),
                    decision == null ? null : decision.date().toString(),
                    map.owner(),
                    map.belongsTo(staff),
                    map.changedBy(),
                    map.changedAt().toString());
        }
    }
}
