package io.trafficgen.web.shape;

/**
 * A fresh API key.
 *
 * @param apiKey shown this once
 */
public record ApiKeyJson(String apiKey) {
  @Override
  public String toString() {
    return "ApiKeyJson[hidden]";
  }
}
