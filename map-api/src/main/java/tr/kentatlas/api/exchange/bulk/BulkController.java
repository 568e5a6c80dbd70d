package tr.kentatlas.api.exchange.bulk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.PartnersOnly;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Views;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.api.exchange.Partners;
import tr.kentatlas.api.http.EntityTag;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * {@code /exchange/releases/{n}/{type}.gpkg|geojson}: whole layers of a release as files that can be fetched in parts (RFC 9110 §14) and
 * checked by their digest (RFC 9530).
 */
@RestController
@PartnersOnly
class BulkController {
    private final Extracts extracts;
    private final Partners partners;
    private final Views views;
    private final Witness witness;

    BulkController(Extracts extracts, Partners partners, Views views, Witness witness) {
        this.extracts = extracts;
        this.partners = partners;
        this.views = views;
        this.witness = witness;
    }

    @GetMapping("/exchange/releases/{release}/{type:[a-z0-9_]+}.{suffix:[a-z]+}")
    ResponseEntity<Resource> file(
            @PathVariable long release,
            @PathVariable("type") String name,
            @PathVariable String suffix,
            HttpServletRequest request) {
        Partner partner = partners.require(request);
        View view = views.at(release, request);
        VisibleType type = view.type(name);
        Extract extract = extracts.get(view, type, format(suffix));
        String digest = extract.sha256();
        EntityTag known = new EntityTag(digest.substring(0, 27));
        String tag = known.strong();
        if (known.isKnownTo(request))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        RangeRequest wanted = RangeRequest.of(request, tag, extract.bytes());
        if (wanted.isNothing()) return notThere(extract);
        tell(view, name, suffix, extract, wanted);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format(suffix).mediaType()))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag(tag)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-" + release + "." + suffix + "\"")
                .body(wanted.body(new CheckedFile(extract.file(), () -> check(partner, view))));
    }

    /** Whether a long download may go on. */
    private void check(Partner partner, View view) {
        partners.check(partner);
        views.check(view);
    }

    /** No byte of the file goes with it: nobody was told of any. */
    private static ResponseEntity<Resource> notThere(Extract extract) {
        return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + extract.bytes())
                .build();
    }

    private void tell(View view, String type, String suffix, Extract extract, RangeRequest wanted) {
        Identities ids = extract.ids();
        Witness.Listed features = new Witness.Listed(extract.sha256(), ids.count(), ids::forEach);
        witness.file(view, type, suffix, wanted.told(), features, wanted.hasBeginning());
    }

    private FeatureFile format(String suffix) {
        return extracts.formats().stream()
                .filter(format -> format.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Wording.of("bulk.formats")));
    }
}
