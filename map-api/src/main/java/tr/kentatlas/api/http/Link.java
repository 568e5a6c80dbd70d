package tr.kentatlas.api.http;

/** A link of an OGC API answer (RFC 8288). */
public record Link(String href, String rel, String type, String title) {}
