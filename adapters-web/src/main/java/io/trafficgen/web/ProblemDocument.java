package io.trafficgen.web;

import io.javalin.http.HttpStatus;
import io.trafficgen.domain.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client reads when something was refused (RFC 9457).
 *
 * @param title the status in words
 * @param errors each field in the way; empty where no field is
 * @param instance names this one failure in the log; only where the server failed
 * @param headers sent beside it, no part of the document
 */
record ProblemDocument(
    int status,
    String title,
    String detail,
    List<Problem> errors,
    Optional<String> instance,
    Map<String, String> headers) {
  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(HttpStatus status, String detail) {
    return of(status, detail, List.of(), Map.of());
  }

  static ProblemDocument of(
      HttpStatus status, String detail, List<Problem> errors, Map<String, String> headers) {
    return new ProblemDocument(
        status.getCode(), status.getMessage(), detail, errors, Optional.empty(), headers);
  }

  static ProblemDocument failure(String instance) {
    HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
    return new ProblemDocument(
        status.getCode(),
        status.getMessage(),
        "the server failed; its log knows the instance",
        List.of(),
        Optional.of(instance),
        Map.of());
  }

  String json() {
    return Json.text(
        new Body(
            "about:blank", title, status, detail, errors, instance.map(id -> "urn:uuid:" + id)));
  }

  private record Body(
      String type,
      String title,
      int status,
      String detail,
      List<Problem> errors,
      Optional<String> instance) {}
}
