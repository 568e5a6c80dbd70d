package tr.kentatlas.api.exchange.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.PartnersOnly;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Views;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.api.exchange.Partners;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;

/**
 * {@code /exchange/changes}: what changed since a token, as the partner's grant sees it. One answer never crosses from one release into
 * another; {@code application/x-ndjson} tells a whole difference at once, one entry on a line, a token after every thousand and on the
 * last line. Entries count with the token that follows them: what an answer that broke off told after its last one is told again.
 */
@Controller
@PartnersOnly
class ChangesController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINES = "application/x-ndjson";
    private static final int LIMIT = 1_000;
    private static final int MOST = 10_000;

    /** So many entries are told between two tokens, and between two looks whether the partner may still be told. */
    private static final int PORTION = 1_000;

    private static final int TOGETHER = 1 << 18;

    private final Feed feed;
    private final Differences differences;
    private final Partners partners;
    private final Views views;
    private final Witness witness;

    ChangesController(Feed feed, Differences differences, Partners partners, Views views, Witness witness) {
        this.feed = feed;
        this.differences = differences;
        this.partners = partners;
        this.views = views;
        this.witness = witness;
    }

    @GetMapping(
            path = "/exchange/changes",
            produces = {MediaTypes.JSON, LINES})
    void changes(
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Partner partner = partners.require(request);
        Token token = feed.token(since, partner.agreement().id());
        boolean lines = wantsLines(request);
        int most = limit == null ? (lines ? Integer.MAX_VALUE - 1 : LIMIT) : limit(limit, lines);
        Optional<Step> step = feed.next(token);
        response.setHeader("Cache-Control", "private, no-store");
        if (lines) lines(partner, token, step, most, response);
        else document(partner, token, step, most, response);
    }

    private void document(Partner partner, Token token, Optional<Step> step, int most, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaTypes.JSON);
        ChangesJson out = out(response);
        out.write(open(partner, step) + ",\"entries\":[");
        long returned = 0;
        Token next = token;
        if (step.isPresent()) {
            Told told = new Told(partner, step.get());
            next = step.get().tell(differences, most, told.then((number, change) -> {
                if (!told.isFirst()) out.write(",");
                out.entry(number, change);
            }));
            returned = told.end();
        }
        out.write("]," + close(returned, next, Urls.of("/exchange/changes") + "?since="));
        out.end();
    }

    /** What stands before the entries: where they lead to. */
    private static String open(Partner partner, Optional<Step> step) {
        ObjectNode head = JSON.createObjectNode()
                .put("agreement", partner.agreement().number())
                .put("upToDate", step.isEmpty());
        step.ifPresent(next -> head.put("turn", next.turn().number())
                .put("action", next.turn().action())
                .put("release", next.turn().release())
                .put("at", next.turn().at().toString())
                .put("version", next.version())
                .put("fromNothing", next.isFromNothing()));
        String text = head.toString();
        return text.substring(0, text.length() - 1);
    }

    /** What stands after them, with the closing bracket. */
    private String close(long returned, Token next, String address) {
        String text = feed.text(next);
        ObjectNode tail =
                JSON.createObjectNode().put("numberReturned", returned).put("next", text);
        if (!address.isEmpty()) tail.put("nextHref", address + text);
        return tail.toString().substring(1);
    }

    private void lines(Partner partner, Token token, Optional<Step> step, int most, HttpServletResponse response)
            throws IOException {
        response.setContentType(LINES);
        ChangesJson out = out(response);
        Token next = token;
        long returned = 0;
        if (step.isPresent()) {
            Told told = new Told(partner, step.get());
            next = step.get().tell(differences, most, told.then((number, change) -> {
                out.entry(number, change);
                out.write("\n");
                if (told.isPortion()) out.write(token(number.next()) + "\n");
            }));
            returned = told.end();
        }
        out.write("{" + close(returned, next, "") + "\n");
        out.end();
    }

    /** Whoever has it has all that was told before it. */
    private String token(Token next) {
        return JSON.createObjectNode().put("next", feed.text(next)).toString();
    }

    /** Many entries leave together: what leaves is written down each time. */
    private static ChangesJson out(HttpServletResponse response) throws IOException {
        return new ChangesJson(new BufferedOutputStream(response.getOutputStream(), TOGETHER));
    }

    private static boolean wantsLines(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(LINES);
    }

    private static int limit(int limit, boolean lines) {
        boolean isTooMany = limit > MOST && !lines;
        if (limit >= 1 && !isTooMany) return limit;
        throw Problem.invalid(
                "limit", lines ? Wording.of("items.least-limit") : Wording.of("request.between", 1, MOST));
    }

    /** Accounts for what is told, and asks now and then whether the partner may still be told. */
    private final class Told {
        private final Partner partner;
        private final View view;
        private final Map<String, Witness.Telling> byType = new HashMap<>();
        private long count;

        Told(Partner partner, Step step) {
            this.partner = partner;
            this.view = new View(step.to().edition(), step.to().grant(), partner);
        }

        BiConsumer<Step.Numbered, Change> then(BiConsumer<Step.Numbered, Change> write) {
            return (number, change) -> {
                count++;
                if (isPortion()) check();
                if (change.feature() != null) {
                    byType.computeIfAbsent(number.type(), type -> witness.begin(view, type, "changes", ""))
                            .feature(change.id());
                }
                write.accept(number, change);
            };
        }

        private void check() {
            partners.check(partner);
            views.check(view);
        }

        boolean isFirst() {
            return count == 1;
        }

        boolean isPortion() {
            return count % PORTION == 0;
        }

        long end() {
            byType.values().forEach(telling -> telling.end());
            return count;
        }
    }
}
