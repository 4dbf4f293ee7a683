package io.trafficgen.web;

import io.javalin.http.HttpStatus;
import java.util.Map;

/** A request that the edge itself turns down; one factory for each row of the error table. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient Map<String, String> headers;

  private RefusedException(HttpStatus status, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }

  private static RefusedException of(HttpStatus status, String detail) {
    return new RefusedException(status, detail, Map.of());
  }

  static RefusedException badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  static RefusedException unauthorized(String detail) {
    return new RefusedException(
        HttpStatus.UNAUTHORIZED, detail, Map.of("WWW-Authenticate", "Bearer"));
  }

  /** A secret or signature of the body is wrong; no other way to sign in would help. */
  static RefusedException wrongSecret(String detail) {
    return of(HttpStatus.UNAUTHORIZED, detail);
  }

  static RefusedException forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, detail);
  }

  /** Absent, or somebody else's: the answer never tells which. */
  static RefusedException notFound() {
    return of(HttpStatus.NOT_FOUND, "there is nothing here that is yours");
  }

  static RefusedException wrongMethod(String allowed) {
    return new RefusedException(
        HttpStatus.METHOD_NOT_ALLOWED, "this path has other methods", Map.of("Allow", allowed));
  }

  static RefusedException notAcceptable(String produced) {
    return of(HttpStatus.NOT_ACCEPTABLE, "the answer would be " + produced);
  }

  static RefusedException stale() {
    return of(
        HttpStatus.PRECONDITION_FAILED,
        "the settings were changed meanwhile: read them again and take their ETag");
  }

  static RefusedException unconditional() {
    return of(
        HttpStatus.PRECONDITION_REQUIRED,
        "If-Match is missing: send the ETag that came with the settings, or * to overwrite");
  }

  static RefusedException tooLarge(int limit) {
    return of(HttpStatus.CONTENT_TOO_LARGE, "a body has at most " + limit + " bytes here");
  }

  static RefusedException mediaType(String detail) {
    return of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  static RefusedException unavailable(String detail) {
    return new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, detail, Map.of("Retry-After", "5"));
  }

  HttpStatus status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }
}
