package io.trafficgen.engine;

import io.trafficgen.engine.signature.RequestSigner;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who we say we are on every request (product page, 1.1): nothing can switch it off.
 *
 * @param version of the product, for example {@code 0.1.0}
 * @param baseUrl public address of this installation; its {@code /bot} page explains the bot
 * @param signer signs every request; empty where no key is configured
 */
public record BotIdentity(String version, URI baseUrl, Optional<RequestSigner> signer) {
  /** Carries the visit's id on every request of a visit. */
  public static final String VISIT_HEADER = "X-TrafficGen-Visit";

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._+-]{1,50}");

  public BotIdentity {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("no version: " + version);
    }
  }

  /** An identity that signs nothing. */
  public BotIdentity(String version, URI baseUrl) {
    this(version, baseUrl, Optional.empty());
  }

  /** Headers that prove it to the site of {@code target}. */
  Map<String, String> proof(URI target) {
    return signer.map(by -> by.headers(target, baseUrl)).orElse(Map.of());
  }

  /** User-Agent of requests that belong to no visit, and the end of all others. */
  public String userAgent() {
    return "TrafficGenBot/" + version + " (+" + baseUrl.toString().replaceAll("/+$", "") + "/bot)";
  }

  /** User-Agent of a visit whose device presents itself as {@code base}. */
  public String userAgent(String base) {
    return base.isBlank() ? userAgent() : base.strip() + " " + userAgent();
  }
}
