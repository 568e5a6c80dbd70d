package tr.kentatlas.api.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.page.PageFiles;

/** The words for faults of which only the status is known, as problem details (RFC 9457) or as a page. */
@Component
final class FaultText {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final Set<Integer> KNOWN = Set.of(400, 405, 406, 413, 414, 415, 417, 431, 503, 505);

    private final City city;
    private final Words words;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PageFiles files;

    FaultText(City city, Words words, MessageSource messages, ITemplateEngine templates, PageFiles files) {
        this.city = city;
        this.words = words;
        this.messages = messages;
        this.templates = templates;
        this.files = files;
    }

    record Answer(String mediaType, String body) {}

    Answer json(int code, Locale language) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/http-" + code);
        problem.put("title", title(code, language));
        problem.put("status", code);
        problem.put("detail", words.tell(wording(code), language));
        return new Answer("application/problem+json", JSON.writeValueAsString(problem));
    }

    Answer page(int code, Locale language) {
        Context page = new Context(language);
        page.setVariable("lang", language.getLanguage());
        page.setVariable("city", city.name());
        page.setVariable("styles", files.styles());
        page.setVariable("title", heading(code, language));
        page.setVariable("detail", words.tell(wording(code), language));
        return new Answer("text/html;charset=utf-8", templates.process("fault", page));
    }

    /** What went wrong and how to do better. */
    static Wording wording(int code) {
        if (KNOWN.contains(code)) return Wording.of("fault." + code);
        return code >= 500 ? Wording.of("fault.server") : Wording.of("fault.request");
    }

    private String heading(int code, Locale language) {
        String general = messages.getMessage("problem.title", null, language);
        String own = messages.getMessage("problem." + code, null, general, language);
        return own == null ? general : own;
    }

    private String title(int code, Locale language) {
        HttpStatus status = HttpStatus.resolve(code);
        return words.title(code, language).orElse(status == null ? "Error" : status.getReasonPhrase());
    }
}
