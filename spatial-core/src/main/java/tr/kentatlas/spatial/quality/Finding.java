package tr.kentatlas.spatial.quality;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/**
 * One place where a rule is broken.
 *
 * @param number grows; the next page begins after it
 * @param detail what is wrong there, in Turkish
 * @param place GeoJSON geometry in CRS84; null for a feature that is nowhere
 */
public record Finding(
        long number,
        String ruleId,
        Severity severity,
        String type,
        @Nullable UUID tucbsNo,
        @Nullable String detail,
        @Nullable String place) {}
