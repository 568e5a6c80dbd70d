package tr.kentatlas.registry;

import java.net.URI;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.testsupport.Child;

/** A process that synchronises a test city for ever, to be killed at any moment. */
final class SyncProcess {
    private SyncProcess() {}

    public static void main(String[] arguments) {
        MaksRegistry registry = SoapCity.registry(URI.create(arguments[3]));
        Sync sync = new Sync(SyncCity.over(Child.database(arguments)), registry, registry, SoapCity.SETTLE);
        Clerk clerk = new Clerk(sync, Long.parseLong(arguments[4]), Clerk.Policy.KEEP_EVERYTHING);
        System.out.println("running");
        while (true) SoapCity.round(sync, clerk);
    }
}
