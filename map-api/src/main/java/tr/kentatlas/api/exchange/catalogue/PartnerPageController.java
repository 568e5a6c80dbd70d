package tr.kentatlas.api.exchange.catalogue;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;

/** {@code /exchange} for people: the same page for everybody, which asks for a key and shows what the service tells its owner. */
@RestController
@Open
class PartnerPageController {
    private static final Resource PAGE = new ClassPathResource("static/kurum.html");

    @GetMapping(path = "/exchange", produces = MediaTypes.HTML)
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Referrer-Policy", "no-referrer")
                .body(PAGE);
    }
}
