package tr.kentatlas.api.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A provider that signs everybody in as the person it was told last, and insists on client, code and proof (RFC 7636). */
final class OidcStub implements AutoCloseable {
    static final String CLIENT = "kent";
    static final String SECRET = "gizli-anahtar";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    /** Made once: it takes a second. */
    private static final RSAKey KEY = made();

    private static final RSAKey STRANGER = made();
    private RSAKey signing = KEY;
    private Map<String, Object> person = Map.of();
    private Map<String, String> asked = Map.of();
    private final List<String> ended = new ArrayList<>();

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2048).keyID("bir").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    OidcStub() throws IOException, JOSEException {
        this("/end");
    }

    /** One that signs nobody out. */
    static OidcStub withoutEnd() throws IOException, JOSEException {
        return new OidcStub("");
    }

    private OidcStub(String end) throws IOException, JOSEException {
        server.createContext(
                "/.well-known/openid-configuration",
                call -> answer(call, JsonMapper.shared().writeValueAsString(metadata(end))));
        server.createContext("/end", this::end);
        server.createContext("/jwks", call -> answer(call, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    private Map<String, Object> metadata(String end) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/jwks",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        if (!end.isEmpty()) all.put("end_session_endpoint", issuer() + end);
        return all;
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who signs in from now on. */
    synchronized void person(String subject, String account, Object roles) {
        signing = KEY;
        person = Map.of(
                "sub", subject, "preferred_username", account, "name", "Ayşe Yılmaz", "realm", Map.of("roles", roles));
    }

    /** From now on, tokens are signed by somebody else. */
    synchronized void forge() {
        signing = STRANGER;
    }

    /** Subjects that were signed out here, by a token of ours. */
    synchronized List<String> ended() {
        return List.copyOf(ended);
    }

    private synchronized void end(HttpExchange call) throws IOException {
        Map<String, String> form = form(call.getRequestURI().getRawQuery());
        try {
            SignedJWT token = SignedJWT.parse(form.getOrDefault("id_token_hint", ""));
            if (token.verify(new RSASSAVerifier(KEY)))
                ended.add(token.getJWTClaimsSet().getSubject());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        call.getResponseHeaders().add("Location", form.getOrDefault("post_logout_redirect_uri", ""));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private synchronized void authorize(HttpExchange call) throws IOException {
        asked = form(call.getRequestURI().getRawQuery());
        call.getResponseHeaders()
                .add(
                        "Location",
                        asked.getOrDefault("redirect_uri", "") + "?code=kod&state="
                                + encoded(asked.getOrDefault("state", "")));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private synchronized void token(HttpExchange call) throws IOException {
        Map<String, String> form = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean isRight = basic().equals(call.getRequestHeaders().getFirst("Authorization"))
                && "kod".equals(form.get("code"))
                && sha256(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        if (!isRight) {
            call.sendResponseHeaders(401, -1);
            call.close();
            return;
        }
        answer(
                call,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", idToken())));
    }

    private String idToken() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", asked.get("nonce"));
        person.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("bir").build(), claims.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
