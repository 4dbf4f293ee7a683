package io.trafficgen.web.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.trafficgen.web.Ids;
import java.time.Duration;
import java.time.Instant;
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
    Instant now = clock.instant();
    return JWT.create()
        .withHeader(Map.of("typ", TYPE))
        .withKeyId(signingKey)
        .withIssuer(issuer)
        .withAudience(AUDIENCE)
        .withIssuedAt(now)
        .withExpiresAt(now.plus(LIFETIME))
        .withClaim(SESSION, session.toString())
        .sign(algorithm(signingKey).orElseThrow());
  }

  /** The session that a genuine, unexpired token names. */
  public Optional<UUID> session(String token) {
    try {
      DecodedJWT decoded = JWT.decode(token);
      if (!TYPE.equals(decoded.getType())) {
        return Optional.empty();
      }
      return algorithm(decoded.getKeyId())
          .map(algorithm -> verifier(algorithm).verify(decoded).getClaim(SESSION).asString())
          .flatMap(Ids::find);
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private Optional<Algorithm> algorithm(String kid) {
    return Optional.ofNullable(kid).map(keys::get);
  }

  private JWTVerifier verifier(Algorithm algorithm) {
    JWTVerifier.BaseVerification verification =
        (JWTVerifier.BaseVerification)
            JWT.require(algorithm)
                .withIssuer(issuer)
                .withAudience(AUDIENCE)
                .withClaimPresence(SESSION)
                .withClaimPresence("exp");
    return verification.build(clock.withZone(ZoneOffset.UTC));
  }
}
