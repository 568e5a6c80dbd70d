package tr.kentatlas.api.desk.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.store.edit.EditFailed;
import tr.kentatlas.spatial.store.edit.EditResult;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/** Through which every change of a record goes: what the database refuses is told in words, a stale one with both versions. */
@Component
class RecordDoor {
    private final RecordBook book;
    private final ObjectProvider<WorkingEdits> edits;

    RecordDoor(RecordBook book, ObjectProvider<WorkingEdits> edits) {
        this.book = book;
        this.edits = edits;
    }

    void through(RecordFields fields, Staff staff, Member wish, Function<WorkingEdits, EditResult> edit) {
        try {
            EditResult result = edit.apply(edits.getObject());
            if (result instanceof EditResult.Stale stale) throw stale(fields, stale.seen(), staff, wish);
        } catch (DataIntegrityViolationException e) {
            throw Problem.unfit(List.of(new Problem.Fault("values", Wording.of("record.refused"))));
        } catch (EditFailed e) {
            throw e.isOfClock() ? Problem.conflict(Wording.of("record.clock")) : e;
        }
    }

    /** Refuses what starts from a version that is known no more, before anything is made of it. */
    void requireCurrent(RecordFields fields, List<ObjectVersion> seen, Staff staff, Member wish) {
        for (ObjectVersion one : seen) {
            book.require(fields.type(), one.id());
            if (!book.isCurrent(one)) throw stale(fields, one, staff, wish);
        }
    }

    private Problem stale(RecordFields fields, ObjectVersion seen, Staff staff, Member wish) {
        RecordTold.State current = book.became(fields, seen, staff);
        if (current == null) return Problem.conflict(Wording.of("record.gone"));
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("id", seen.id());
        both.put("yours", wish.json());
        both.put("current", current);
        return Problem.stale(Wording.of("record.stale", seen.version(), current.version()), both);
    }
}
