package tr.kentatlas.api.city;

import java.nio.file.Path;
import javax.sql.DataSource;
import tr.kentatlas.cluster.Secret;

/**
 * The city this application serves: its name for people, and a way before each wall.
 *
 * @param isSample whether it is made up
 * @param open signs in as {@code kent_acik}, reads public copies only
 * @param named signs in as {@code kent_yayin}, reads what is published
 * @param watched a connection like those of {@code open} that nobody else waits for
 * @param desk signs in as {@code kent_desk}, reads and edits working data and the desk's tables
 * @param adminKey whoever presents it sees everything published; empty refuses everybody
 * @param journal folder of this node's audit journal
 */
public record City(
        String name,
        Credits credits,
        boolean isSample,
        DataSource open,
        DataSource named,
        DataSource watched,
        DataSource desk,
        Secret adminKey,
        Path journal) {}
