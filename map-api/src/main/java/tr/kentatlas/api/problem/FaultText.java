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
import tr.kentatlas.api.City;
import tr.kentatlas.api.page.PageFiles;

/** The words for faults of which only the status is known, as problem details (RFC 9457) or as a page. */
@Component
final class FaultText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> KNOWN = Set.of(400, 405, 414, 417, 431, 503, 505);

    private final City city;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PageFiles files;

    FaultText(City city, MessageSource messages, ITemplateEngine templates, PageFiles files) {
        this.city = city;
        this.messages = messages;
        this.templates = templates;
        this.files = files;
    }

    record Answer(String mediaType, String body) {}

    Answer json(int code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/http-" + code);
        problem.put("title", title(code));
        problem.put("status", code);
        problem.put("detail", detail(code, Locale.ENGLISH));
        return new Answer("application/problem+json", JSON.writeValueAsString(problem));
    }

    Answer page(int code, Locale language) {
        Context words = new Context(language);
        words.setVariable("lang", language.getLanguage());
        words.setVariable("city", city.name());
        words.setVariable("styles", files.styles());
        words.setVariable("title", heading(code, language));
        words.setVariable("detail", detail(code, language));
        return new Answer("text/html;charset=utf-8", templates.process("fault", words));
    }

    /** What went wrong and how to do better. */
    String detail(int code, Locale language) {
        String key = KNOWN.contains(code) ? "fault." + code : code >= 500 ? "fault.server" : "fault.request";
        return messages.getMessage(key, null, language);
    }

    private String heading(int code, Locale language) {
        String general = messages.getMessage("problem.title", null, language);
        String own = messages.getMessage("problem." + code, null, general, language);
        return own == null ? general : own;
    }

    private static String title(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        return status == null ? "Error" : status.getReasonPhrase();
    }
}
