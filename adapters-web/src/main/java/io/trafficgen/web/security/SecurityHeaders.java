package io.trafficgen.web.security;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Headers of every answer, the server's own errors included (security page, 5.1). */
public final class SecurityHeaders implements HttpConfiguration.Customizer {
  /** Our pages need their own script and style and nothing else. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Their bytes are made once. */
  private static final List<HttpField> ALWAYS =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("X-Frame-Options", "DENY"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("Content-Security-Policy", CONTENT_SECURITY_POLICY),
          new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new PreEncodedHttpField("Cache-Control", "no-store"));

  /** A year; sub-domains are not ours to promise for. */
  private static final HttpField TRANSPORT_SECURITY =
      new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");

  private final boolean https;

  /**
   * @param https whether the public address is, so that browsers may insist on it (RFC 6797)
   */
  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    put(responseHeaders);
    return request;
  }

  /** For answers that no request came to. */
  public void put(HttpFields.Mutable headers) {
    ALWAYS.forEach(headers::put);
    if (https) {
      headers.put(TRANSPORT_SECURITY);
    }
  }
}
