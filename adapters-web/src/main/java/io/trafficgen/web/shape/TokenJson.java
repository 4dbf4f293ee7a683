package io.trafficgen.web.shape;

/**
 * What a sign-in gives.
 *
 * @param expiresIn seconds that the access token is good for
 */
public record TokenJson(String accessToken, String tokenType, long expiresIn, String refreshToken) {
  public static TokenJson bearer(String accessToken, long expiresIn, String refreshToken) {
    return new TokenJson(accessToken, "bearer", expiresIn, refreshToken);
  }

  @Override
  public String toString() {
    return "TokenJson[hidden]";
  }
}
