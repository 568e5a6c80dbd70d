package tr.kentatlas.api.planning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Releases;

/** {@code /api/desk/planning/releases}: the releases a question can be asked of, by their {@code release} parameter; newest first. */
@RestController
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.STEWARD})
class ReleasesController {
    private final Releases releases;
    private final ServedEdition served;

    ReleasesController(@Desk JdbcClient desk, ServedEdition served) {
        this.releases = new Releases(desk);
        this.served = served;
    }

    /**
     * One release.
     *
     * @param isServed whether readers are given it now; the others were before it, or will be again after a rollback
     * @param isWithdrawn whether somebody took it back, so that only staff read it
     */
    record Row(long number, String publishedAt, boolean isServed, boolean isWithdrawn) {}

    @GetMapping("/api/desk/planning/releases")
    List<Row> list() {
        long now = served.current().release();
        Set<Long> withdrawn = releases.withdrawn();
        return releases.list().stream()
                .filter(release -> release.state() == Release.State.PUBLISHED)
                .sorted(Comparator.comparingLong(Release::number).reversed())
                .map(release -> new Row(
                        release.number(), day(release), release.number() == now, withdrawn.contains(release.number())))
                .toList();
    }

    private static String day(Release release) {
        return Optional.ofNullable(release.publishedAt()).map(Instant::toString).orElse("");
    }
}
