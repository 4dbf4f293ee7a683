package io.trafficgen.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
  private static final UUID SESSION = new UUID(1, 2);
  private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
  private static final byte[] KEY = key(1);

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private static SessionTokens tokens(Instant now) {
    return new SessionTokens(Map.of("k1", KEY), "k1", "http://localhost", () -> now);
  }

  @Test
  void names_its_session_for_fifteen_minutes() {
    String token = tokens(NOW).issue(SESSION);
    assertThat(tokens(NOW).session(token)).hasValue(SESSION);
    assertThat(tokens(NOW.plusSeconds(899)).session(token)).hasValue(SESSION);
    assertThat(tokens(NOW.plusSeconds(901)).session(token)).isEmpty();
  }

  @Test
  void keeps_cookies_and_tokens_apart() {
    String cookie = tokens(NOW).issueCookie(SESSION);
    assertThat(tokens(NOW.plusSeconds(86_400)).cookieSession(cookie)).hasValue(SESSION);
    assertThat(tokens(NOW).session(cookie)).isEmpty();
    assertThat(tokens(NOW).cookieSession(tokens(NOW).issue(SESSION))).isEmpty();
    assertThat(tokens(NOW).cookieSession(cookie.substring(0, cookie.length() - 2))).isEmpty();
  }

  @Test
  void believes_older_keys_after_a_rotation_and_none_that_was_withdrawn() {
    String old = tokens(NOW).issue(SESSION);
    Map<String, byte[]> both = new HashMap<>(Map.of("k1", KEY, "k2", key(2)));
    assertThat(new SessionTokens(both, "k2", "http://localhost", () -> NOW).session(old))
        .hasValue(SESSION);
    both.remove("k1");
    assertThat(new SessionTokens(both, "k2", "http://localhost", () -> NOW).session(old)).isEmpty();
  }

  @Test
  void refuses_other_types_issuers_audiences_algorithms_and_texts() {
    assertThat(tokens(NOW).session(signed("JWT", "http://localhost", "trafficgen-api"))).isEmpty();
    assertThat(tokens(NOW).session(signed("at+jwt", "http://evil", "trafficgen-api"))).isEmpty();
    assertThat(tokens(NOW).session(signed("at+jwt", "http://localhost", "other"))).isEmpty();
    assertThat(tokens(NOW).session(signed("at+jwt", "http://localhost", "trafficgen-api")))
        .hasValue(SESSION);
    String token = tokens(NOW).issue(SESSION);
    String[] parts = token.split("\\.", -1);
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}"
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(tokens(NOW).session(none + "." + parts[1] + ".")).isEmpty();
    assertThat(tokens(NOW).session(none + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(tokens(NOW).session(parts[0] + "." + parts[1] + ".AAAA")).isEmpty();
    for (String nonsense : new String[] {"", ".", "..", "a.b.c", "e30.e30.", "{}"}) {
      assertThat(tokens(NOW).session(nonsense)).isEmpty();
    }
  }

  private static String signed(String type, String issuer, String audience) {
    return JWT.create()
        .withHeader(Map.of("typ", type))
        .withKeyId("k1")
        .withIssuer(issuer)
        .withAudience(audience)
        .withExpiresAt(NOW.plusSeconds(60))
        .withClaim("sid", SESSION.toString())
        .sign(Algorithm.HMAC256(KEY));
  }

  @Test
  void refuses_short_and_absent_keys() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionTokens(Map.of("k", new byte[31]), "k", "http://a", () -> NOW));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionTokens(Map.of("k", KEY), "other", "http://a", () -> NOW));
  }
}
