package io.trafficgen.web.shape;

/**
 * A fresh secret for one-time codes, shown this once.
 *
 * @param secret in base 32, for typing
 * @param uri the same for authenticator apps, as a picture
 */
public record TotpJson(String secret, String uri) {
  @Override
  public String toString() {
    return "TotpJson[hidden]";
  }
}
