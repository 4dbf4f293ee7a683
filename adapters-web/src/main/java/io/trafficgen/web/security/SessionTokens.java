package io.trafficgen.web.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.trafficgen.web.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens (security page, 5.1): JWT, HS256 only, {@code typ at+jwt} (RFC 9068), 15 minutes.
 * They name a session and carry no right of their own.
 */
public final class SessionTokens {
  /** How long a token is good for. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String TYPE = "at+jwt";
  private static final String AUDIENCE = "trafficgen-api";
  private static final String COOKIE_TYPE = "cookie+jwt";
  private static final String COOKIE_AUDIENCE = "trafficgen-console";
  private static final String SESSION = "sid";

  /** RFC 7518, 3.2: a key is at least as long as the hash. */
  private static final int LEAST_KEY_BYTES = 32;

  private final Map<String, Algorithm> keys = new LinkedHashMap<>();
  private final String signingKey;
  private final String issuer;
  private final InstantSource clock;

  /**
   * @param keys by {@code kid}, 32 bytes or more each; all are believed, so that keys can rotate
   * @param signingKey the {@code kid} that signs
   * @param issuer base URL of this server
   */
  public SessionTokens(
      Map<String, byte[]> keys, String signingKey, String issuer, InstantSource clock) {
    keys.forEach((kid, key) -> {
      if (key.length < LEAST_KEY_BYTES) {
        throw new IllegalArgumentException("key " + kid + " has less than 32 bytes");
      }
      this.keys.put(kid, Algorithm.HMAC256(key));
    });
    if (!keys.containsKey(signingKey)) {
      throw new IllegalArgumentException("there is no key " + signingKey);
    }
    this.signingKey = signingKey;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** A token for a session, from now on. */
  public String issue(UUID session) {
    return sign(named(session, TYPE, AUDIENCE).withExpiresAt(clock.instant().plus(LIFETIME)));
  }

  /** What a browser keeps for a session; how long it is good, the session alone decides. */
  public String issueCookie(UUID session) {
    return sign(named(session, COOKIE_TYPE, COOKIE_AUDIENCE));
  }

  private JWTCreator.Builder named(UUID session, String type, String audience) {
    return JWT.create()
        .withHeader(Map.of("typ", type))
        .withKeyId(signingKey)
        .withIssuer(issuer)
        .withAudience(audience)
        .withIssuedAt(clock.instant())
        .withClaim(SESSION, session.toString());
  }

  private String sign(JWTCreator.Builder token) {
    return token.sign(algorithm(signingKey).orElseThrow());
  }

  /** The session that a genuine, unexpired token names. */
  public Optional<UUID> session(String token) {
    return read(token, TYPE, AUDIENCE, "exp");
  }

  /** The session that a genuine cookie names. */
  public Optional<UUID> cookieSession(String cookie) {
    return read(cookie, COOKIE_TYPE, COOKIE_AUDIENCE, "iat");
  }

  private Optional<UUID> read(String token, String type, String audience, String needed) {
    try {
      DecodedJWT decoded = JWT.decode(token);
      if (!type.equals(decoded.getType())) {
        return Optional.empty();
      }
      return algorithm(decoded.getKeyId())
          .map(algorithm -> verifier(algorithm, audience, needed).verify(decoded))
          .map(verified -> verified.getClaim(SESSION).asString())
          .flatMap(Ids::find);
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private Optional<Algorithm> algorithm(String kid) {
    return Optional.ofNullable(kid).map(keys::get);
  }

  private JWTVerifier verifier(Algorithm algorithm, String audience, String needed) {
    JWTVerifier.BaseVerification verification =
        (JWTVerifier.BaseVerification)
            JWT.require(algorithm)
                .withIssuer(issuer)
                .withAudience(audience)
                .withClaimPresence(SESSION)
                .withClaimPresence(needed);
    return verification.build(clock.withZone(ZoneOffset.UTC));
  }
}
