package tr.kentatlas.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web side of one city; the command line starts it when the database stands. */
@SpringBootApplication
public class KentatlasApplication {}
