package tr.kentatlas.api.thematic.saved;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.Open;

/** {@code /tematik/{id}}: a map's page; where there is no such map, or not for this caller, the same page says so with 404. */
@RestController
@Open
class MapPageController {
    private static final Resource PAGE = new ClassPathResource("static/tematik.html");

    private final SharedMaps maps;

    MapPageController(SharedMaps maps) {
        this.maps = maps;
    }

    @GetMapping("/tematik/{id}")
    ResponseEntity<Resource> page(View view, @PathVariable String id) {
        return ResponseEntity.status(maps.find(id, view).isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(PAGE);
    }
}
