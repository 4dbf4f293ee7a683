package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link GuardedHttp} keeps. */
public interface GuardedHttpContract {
  GuardedHttp http();

  /** Makes the world answer at {@code path} with this text. */
  URI serve(String path, String text);

  /** Makes the world redirect from {@code path}. */
  URI redirect(String path, String target);

  /**
   * Makes the world answer, at {@code path}, the method, the header {@code X-Asked} and the body.
   */
  URI echo(String path);

  /** An address that may be asked, and where nobody listens. */
  URI nobody();

  @Test
  default void answers_status_and_text() {
    assertThat(get(serve("/text", "Grüße"), 100)).isEqualTo(new Fetched(200, none(), "Grüße"));
    assertThat(get(serve("/text", "").resolve("/absent"), 100))
        .isInstanceOfSatisfying(
            Fetched.class, absent -> assertThat(absent.status()).isEqualTo(404));
  }

  @Test
  default void reports_a_redirect_and_does_not_follow_it() {
    URI from = redirect("/there", "/elsewhere");

    assertThat(get(from, 100))
        .isInstanceOfSatisfying(
            Fetched.class,
            moved -> assertThat(moved.location()).hasValue(from.resolve("/elsewhere")));
  }

  @Test
  default void a_body_of_more_than_was_asked_for_is_none() {
    URI page = serve("/long", "x".repeat(1_000));

    assertThat(reason(get(page, 999))).isEqualTo(FailureReason.CONTENT);
    assertThat(get(page, 1_000)).isInstanceOf(Fetched.class);
  }

  @Test
  default void whom_the_guard_refuses_and_who_does_not_listen_are_outcomes() {
    assertThat(reason(get(URI.create("http://127.0.0.1/"), 100))).isEqualTo(FailureReason.GUARD);
    assertThat(reason(get(nobody(), 100))).isEqualTo(FailureReason.CONNECT);
  }

  @Test
  default void sends_headers_and_posts_where_there_is_something_to_send() {
    URI echo = echo("/echo");
    Map<String, String> headers = Map.of("X-Asked", "why");

    assertThat(send(new HttpCall(echo, headers, Optional.empty())))
        .isEqualTo(new Fetched(200, none(), "GET why "));
    assertThat(send(new HttpCall(echo, headers, Optional.of("{\"of\":\"Grüße\"}"))))
        .isEqualTo(new Fetched(200, none(), "POST why {\"of\":\"Grüße\"}"));
  }

  private FetchOutcome send(HttpCall call) {
    return http().send(call, 100, Duration.ofSeconds(5));
  }

  private FetchOutcome get(URI url, int maxBytes) {
    return http().get(url, maxBytes, Duration.ofSeconds(5));
  }

  private static Optional<URI> none() {
    return Optional.empty();
  }

  private static FailureReason reason(FetchOutcome outcome) {
    return ((NotFetched) outcome).reason();
  }
}
