package io.trafficgen.web.security;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Headers of every answer, the server's own errors included (security page, 5.1). */
public final class SecurityHeaders implements HttpConfiguration.Customizer {
  /** Our pages need their own script and style and nothing else. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** A year; sub-domains are not ours to promise for. */
  private static final String TRANSPORT_SECURITY = "max-age=31536000";

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
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
    if (https) {
      headers.put("Strict-Transport-Security", TRANSPORT_SECURITY);
    }
  }
}
