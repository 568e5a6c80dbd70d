package tr.kentatlas.api.desk;

import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.http.Open;

/** {@code /desk} and every page below it: the same empty shell, which asks who is signed in. */
@RestController
class ShellController {
    private static final Resource SHELL = new ClassPathResource("static/desk/index.html");

    /** The overview is the desk's first page; whoever writes its name gets there. */
    @GetMapping("/desk/overview")
    @Open
    ResponseEntity<Void> overview() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/desk"))
                .build();
    }

    @GetMapping({"/desk", "/desk/{*page}"})
    @Open
    ResponseEntity<Resource> shell() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(SHELL);
    }
}
