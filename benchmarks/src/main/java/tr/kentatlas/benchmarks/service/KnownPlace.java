package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndexFolder;
import tr.kentatlas.spatial.store.Edition;

/** What of a place of the City Guide's index is text. */
record KnownPlace(String id, Place.Sort sort, String title, String kind, String where) {
    /** All places of the published release in the order of their identities, from an index made for this. */
    static List<KnownPlace> all(BenchCity city, Path folder) throws IOException {
        Edition edition = new Editions(city.jdbc()).find(1).orElseThrow();
        new PlaceIndexFolder(folder).open(edition, city.owner()).close();
        List<KnownPlace> places = new ArrayList<>();
        try (MMapDirectory directory = new MMapDirectory(folder.resolve(Long.toString(edition.release())));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            StoredFields stored = reader.storedFields();
            for (int i = 0; i < reader.maxDoc(); i++) {
                BytesRef card = stored.document(i).getBinaryValue("card");
                if (card != null) add(card, places);
            }
        }
        places.sort(Comparator.comparing(KnownPlace::id));
        return places;
    }

    /** Turns of duty and the list of kinds have no title. */
    private static void add(BytesRef card, List<KnownPlace> places) {
        JsonNode place = JsonMapper.shared().readTree(card.bytes, card.offset, card.length);
        if (!place.has("title")) return;
        places.add(new KnownPlace(
                place.path("id").asString(),
                Place.Sort.valueOf(place.path("sort").asString()),
                place.path("title").asString(),
                place.path("kind").path("tr").asString(""),
                place.path("where").asString("")));
    }

    /** Everything it may be found by, folded by Turkish rules. */
    String folded() {
        String named = sort == Place.Sort.PLACE ? title + " " + kind : title;
        return TurkishText.searchKey(named + " " + where);
    }
}
