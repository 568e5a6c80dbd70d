package tr.kentatlas.spatial.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a parsed address in one order and with one spelling of its words. */
final class AddressText {
    private AddressText() {}

    static String of(ParsedAddress address) {
        List<String> words = new ArrayList<>();
        address.text(AddressPart.VILLAGE).ifPresent(name -> words.add(name + " Köyü"));
        address.text(AddressPart.NEIGHBOURHOOD).ifPresent(name -> words.add(name + " Mahallesi"));
        address.text(AddressPart.LOCALITY).ifPresent(name -> words.add(name + " Mevkii"));
        address.text(AddressPart.VIA).ifPresent(words::add);
        street(address).ifPresent(words::add);
        address.text(AddressPart.SITE).ifPresent(name -> words.add(name + " Sitesi"));
        address.text(AddressPart.BUILDING).ifPresent(words::add);
        address.text(AddressPart.BLOCK).ifPresent(name -> words.add(name + " Blok"));
        address.text(AddressPart.DOOR).ifPresent(number -> words.add("No: " + number));
        address.text(AddressPart.FLOOR).ifPresent(number -> words.add("Kat: " + number));
        address.text(AddressPart.UNIT).ifPresent(number -> words.add("Daire: " + number));
        address.text(AddressPart.POST_CODE).ifPresent(words::add);
        end(address).ifPresent(words::add);
        return String.join(", ", words);
    }

    private static Optional<String> street(ParsedAddress address) {
        StreetType type = address.street();
        return type == null
                ? Optional.empty()
                : address.text(AddressPart.STREET).map(type::title);
    }

    private static Optional<String> end(ParsedAddress address) {
        Optional<String> district = address.text(AddressPart.DISTRICT);
        Optional<String> province = address.text(AddressPart.PROVINCE);
        return district.isPresent() && province.isPresent()
                ? Optional.of(district.get() + "/" + province.get())
                : province;
    }
}
