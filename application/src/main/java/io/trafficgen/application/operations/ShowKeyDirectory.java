package io.trafficgen.application.operations;

import io.trafficgen.application.port.KeyDirectory;
import java.util.Map;
import java.util.Optional;

/** Shows everybody the keys that requests are signed with. */
public final class ShowKeyDirectory {
  private final KeyDirectory directory;

  /**
   * The directory as it is sent.
   *
   * @param json a JWK set (RFC 7517, section 5)
   * @param headers that prove whose it is
   */
  public record Shown(String json, Map<String, String> headers) {
    public Shown {
      headers = Map.copyOf(headers);
    }
  }

  public ShowKeyDirectory(KeyDirectory directory) {
    this.directory = directory;
  }

  /** Empty where requests are not signed. */
  public Optional<Shown> show() {
    return directory.publish().map(keys -> new Shown(keys.json(), keys.headers()));
  }
}
