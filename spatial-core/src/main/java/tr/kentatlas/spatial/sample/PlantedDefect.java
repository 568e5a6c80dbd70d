package tr.kentatlas.spatial.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mistake put into the sample city on purpose.
 *
 * @param ruleId the rule that must find it, such as {@code AD5}
 * @param type of the feature it is found on
 * @param tucbsNo of that feature; null when the mistake is a missing identity
 * @param note what is wrong, in Turkish
 */
public record PlantedDefect(
        String ruleId, String type, @Nullable UUID tucbsNo, String note) {}
