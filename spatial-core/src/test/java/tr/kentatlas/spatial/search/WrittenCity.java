package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.Place.Fact;
import tr.kentatlas.testsupport.Scratch;

/** An index of places that a test writes down, each so many steps east of the middle; no database is needed. */
final class WrittenCity {
    private static final Text STREET = new Text("Sokak", "Street");
    private static final Text MAHALLE = new Text("Mahalle", "Neighbourhood");
    private static final Text ADDRESS = new Text("Adres", "Address");
    private static final String WHERE = "Çınarlı Mahallesi, Örnekova";

    private WrittenCity() {}

    static PlaceIndex of(List<Place> places) {
        Path folder = Scratch.folder("written-city");
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (Place place : places) writer.addDocument(PlaceDocuments.of(place));
            writer.addDocument(PlaceDocuments.of(new PlaceKinds(List.of())));
            writer.setLiveCommitData(Map.of("stamp", "").entrySet());
            writer.commit();
            return PlaceIndex.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Place street(String title, int east) {
        return one(Place.Sort.STREET, "yol-4", STREET, title, WHERE, east, List.of());
    }

    static Place mahalle(String title, int east) {
        return one(Place.Sort.MAHALLE, "mahalle", MAHALLE, title, "Örnekova", east, List.of());
    }

    static Place place(String code, String turkish, String english, String title, int east) {
        return one(Place.Sort.PLACE, code, new Text(turkish, english), title, WHERE, east, List.of());
    }

    static Place door(String street, String door, int east) {
        List<Fact> facts = List.of(Fact.of("door", door), Fact.of("street", street));
        return one(Place.Sort.ADDRESS, "adres", ADDRESS, street + " No: " + door, WHERE, east, facts);
    }

    private static Place one(
            Place.Sort sort, String code, Text kind, String title, String where, int east, List<Fact> facts) {
        UUID id = UUID.randomUUID();
        return new Place(
                id, sort, "test", code, kind, title, where, "/" + id, 32.9 + east * 1e-4, 39.9, null, facts, null);
    }
}
