package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.trafficgen.application.operations.AnswerOnce;
import io.trafficgen.application.operations.AnswerOnce.Given;
import io.trafficgen.application.port.IdempotencyKeys.Answer;
import io.trafficgen.application.port.IdempotencyKeys.ScopedKey;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Executes a POST with an {@code Idempotency-Key} once
 * (draft-ietf-httpapi-idempotency-key-header-07), for each account, method and path apart.
 */
final class Repeats {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");
  private static final String ALIAS = "/projects";

  private final AnswerOnce once;
  private final Access access;
  private final Problems problems;

  Repeats(AnswerOnce once, Access access, Problems problems) {
    this.once = once;
    this.access = access;
    this.problems = problems;
  }

  /** The handler, executed once for each key. */
  Handler guard(Handler handler) {
    return ctx -> {
      String key = ctx.header(HEADER);
      if (key == null) {
        handler.handle(ctx);
      } else {
        answer(ctx, key, handler);
      }
    };
  }

  private void answer(Context ctx, String key, Handler handler) {
    if (!FORM.matcher(key).matches()) {
      throw new InvalidValueException(
          "/" + HEADER,
          "must have 1 to 255 visible ASCII characters",
          "8e03978e-40d5-43e8-bc93-6894a57f9324");
    }
    AccountId caller = access.caller(ctx).id();
    String path = ctx.path().startsWith(ALIAS) ? "/api" + ctx.path() : ctx.path();
    Given given =
        once.answer(
            new ScopedKey(caller, ctx.method() + " " + path, key),
            fingerprint(ctx),
            () -> execute(ctx, handler));
    if (given.repeated()) {
      ctx.header("Idempotency-Replayed", "true");
    }
    send(ctx, given.answer());
  }

  /** The answer that the handler gives, or the problem that it meets. */
  private Answer execute(Context ctx, Handler handler) {
    try {
      handler.handle(ctx);
    } catch (Exception e) {
      problems.write(ctx, problems.of(e));
    }
    return new Answer(
        ctx.statusCode(),
        String.valueOf(ctx.res().getContentType()),
        Optional.ofNullable(ctx.res().getHeader("Location")),
        Optional.ofNullable(ctx.resultInputStream()).map(Repeats::text).orElse(""));
  }

  private static void send(Context ctx, Answer answer) {
    answer.location().ifPresent(location -> ctx.header("Location", location));
    ctx.res().setCharacterEncoding((String) null);
    ctx.status(answer.status()).contentType(answer.contentType());
    ctx.result(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(InputStream result) {
    try {
      return new String(result.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(Context ctx) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.valueOf(ctx.queryString()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Requests.bodyAhead(ctx));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
