package tr.kentatlas.api.thematic.print;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.thematic.drawn.ClassedLayer;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.Edition;

/** What a sheet says, in the reader's language. */
record SheetWords(SheetRequest request, City city, Edition edition) {
    private Locale locale() {
        return ValueWords.spoken(request.locale());
    }

    String title() {
        return request.classed().legend().title().in(locale());
    }

    /** Value, filter and method, and the unit where there is one. */
    String about() {
        Text unit = request.classed().legend().unit();
        String about = request.classed().legend().about().in(locale());
        return unit == null ? about : about + " · " + said("Birim: ", "Unit: ") + unit.in(locale());
    }

    List<LegendPicture.Line> lines() {
        return ClassedLayer.legend(request.classed(), request.type(), locale());
    }

    /** Where the data comes from, and of which release it is. */
    String origin() {
        LocalDate day = LocalDate.ofInstant(edition.publishedAt(), CityTime.ZONE);
        String source = request.classed().map().source().in(locale());
        String credits = city.credits().text();
        return (source.isBlank() ? "" : said("Kaynak: ", "Source: ") + source + "  ·  ")
                + (credits.isEmpty() ? "" : credits + "  ·  ")
                + said("Yayın ", "Release ") + edition.release() + ", "
                + ValueWords.plain(locale()).day(day) + "  ·  EPSG:" + edition.srid();
    }

    String decision() {
        return request.decision() == null
                ? said("Taslak: kararla yayımlanmamıştır", "Draft: not published by a decision")
                : said("Karar: ", "Decision: ") + request.decision();
    }

    String number(double value) {
        return NumberFormat.getNumberInstance(locale()).format(value);
    }

    String said(String turkish, String english) {
        return locale().getLanguage().equals("en") ? english : turkish;
    }
}
