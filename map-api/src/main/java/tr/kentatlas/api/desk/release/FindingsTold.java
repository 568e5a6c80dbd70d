package tr.kentatlas.api.desk.release;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;

/** A page of what a rule found; {@code more}: the next one begins after the last number of this. */
record FindingsTold(List<One> findings, boolean more) {

    /**
     * One place where a rule is broken.
     *
     * @param title of the type; null where the model knows it no more
     * @param changed whether the object is another by now than the draft has it
     */
    record One(
            long number,
            String type,
            @Nullable Text title,
            @Nullable UUID tucbsNo,
            @Nullable String detail,
            boolean changed,
            @JsonRawValue @Nullable String place) {}
}
