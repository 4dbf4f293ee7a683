package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.TooManyAttemptsException;
import io.trafficgen.application.WrongSecretException;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.web.security.ThrottledException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what went wrong to what the client reads (architecture page, 2.5). */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Predicate<Throwable> databaseAway;
  private final Supplier<UUID> ids;

  /**
   * @param databaseAway tells failures that pass when the database is back
   * @param ids names failures of the server
   */
  public Problems(Predicate<Throwable> databaseAway, Supplier<UUID> ids) {
    this.databaseAway = databaseAway;
    this.ids = ids;
  }

  ProblemDocument of(Throwable met) {
    return switch (met) {
      case RefusedException e -> refused(e);
      case InvalidValueException e ->
          ProblemDocument.of(
              HttpStatus.BAD_REQUEST, "the request has unusable values", e.problems(), Map.of());
      case NotAllowedException e ->
          ProblemDocument.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              String.valueOf(e.getMessage()),
              e.problems(),
              Map.of());
      case ConflictException e ->
          ProblemDocument.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
      case WrongSecretException e ->
          ProblemDocument.of(HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
      case ThrottledException e -> throttled(String.valueOf(e.getMessage()), e.retryAfter());
      case TooManyAttemptsException e -> throttled(String.valueOf(e.getMessage()), e.retryAfter());
      case HttpResponseException e -> ofStatus(e.getStatus());
      case HttpException e -> ofStatus(e.getCode());
      default -> databaseAway.test(met) ? away() : failure(met);
    };
  }

  /** The document of a status that came without any. */
  ProblemDocument ofStatus(int status) {
    HttpStatus known = HttpStatus.forStatus(status);
    return known == HttpStatus.NOT_FOUND
        ? ProblemDocument.of(known, "there is no such path")
        : ProblemDocument.of(known, known.getMessage());
  }

  void write(Context ctx, ProblemDocument problem) {
    problem.headers().forEach(ctx::header);
    // Else Jetty carries the charset of the type before over to this one, which knows none.
    ctx.res().setCharacterEncoding((String) null);
    ctx.status(problem.status()).contentType(ProblemDocument.MEDIA_TYPE);
    ctx.result(problem.json().getBytes(StandardCharsets.UTF_8));
  }

  private static ProblemDocument throttled(String detail, Duration wait) {
    return ProblemDocument.of(
        HttpStatus.TOO_MANY_REQUESTS,
        detail,
        List.of(),
        Map.of("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))));
  }

  private static ProblemDocument away() {
    return refused(RefusedException.unavailable("the database is away; try again"));
  }

  private static ProblemDocument refused(RefusedException e) {
    return ProblemDocument.of(e.status(), String.valueOf(e.getMessage()), List.of(), e.headers());
  }

  private ProblemDocument failure(Throwable met) {
    String instance = ids.get().toString();
    LOG.error("request failed, instance {}", instance, met);
    return ProblemDocument.failure(instance);
  }
}
