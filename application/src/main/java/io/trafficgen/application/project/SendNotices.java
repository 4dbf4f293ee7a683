package io.trafficgen.application.project;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.application.port.OwedNotices.Notice;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.Supervision;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells owners what became of their projects, at {@code qa.notify.url}. */
public final class SendNotices {
  private static final int MOST_AT_ONCE = 8;
  private static final int ANSWER_BYTES = 64_000;
  private static final int GONE = 410;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final OwedNotices notices;
  private final Sites sites;
  private final Safeguards safeguards;
  private final GuardedHttp verified;
  private final GuardedHttp anywhere;
  private final NoticeSecrets secrets;
  private final Executor posts;
  private final InstantSource clock;
  private final AtomicInteger underway = new AtomicInteger();

  /**
   * @param verified posts to hosts that the owner verified, with the operator's exemptions
   * @param anywhere posts to public addresses alone
   * @param posts runs deliveries, each of which blocks
   */
  public SendNotices(
      OwedNotices notices,
      Sites sites,
      Safeguards safeguards,
      GuardedHttp verified,
      GuardedHttp anywhere,
      NoticeSecrets secrets,
      Executor posts,
      InstantSource clock) {
    this.notices = notices;
    this.sites = sites;
    this.safeguards = safeguards;
    this.verified = verified;
    this.anywhere = anywhere;
    this.secrets = secrets;
    this.posts = posts;
    this.clock = clock;
  }

  /** Begins the deliveries that are due, and does not wait for any of them. */
  public void send() {
    int free = MOST_AT_ONCE - underway.get();
    if (free > 0) {
      for (Notice notice : notices.claim(clock.instant(), free)) {
        underway.incrementAndGet();
        posts.execute(() -> sendOne(notice));
      }
    }
  }

  private void sendOne(Notice notice) {
    try {
      send(notice);
    } finally {
      underway.decrementAndGet();
    }
  }

  private void send(Notice notice) {
    Optional<URI> url = wanted(notice).filter(this::isOpen);
    if (url.isEmpty() || isTaken(post(notice, url.get()))) {
      notices.done(notice.id());
    }
  }

  /** Where the owner wants to be told of this by now. */
  private static Optional<URI> wanted(Notice notice) {
    try {
      Supervision wishes = ProjectSettings.parse(notice.project().settings()).supervision();
      return wishes
          .notices()
          .url()
          .filter(url -> wishes.notices().events().contains(notice.event()));
    } catch (InvalidValueException unusable) {
      return Optional.empty();
    }
  }

  /** What the operator closed hears of nothing, whoever wishes it. */
  private boolean isOpen(URI url) {
    return safeguards.rules().refusal(Host.of(url)).isEmpty();
  }

  private FetchOutcome post(Notice notice, URI url) {
    Project project = notice.project();
    boolean own =
        sites.verified(project.account()).stream().anyMatch(site -> site.host().covers(url));
    String id = "msg_" + notice.id();
    long timestamp = clock.instant().getEpochSecond();
    String body = body(notice);
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            secrets.signature(project.id(), id, timestamp, body));
    return (own ? verified : anywhere)
        .send(new HttpCall(url, headers, Optional.of(body)), ANSWER_BYTES, DEADLINE);
  }

  /** Nothing in it needs escaping: words of closed lists, an identity and a time. */
  private static String body(Notice notice) {
    String event = notice.event().name().toLowerCase(Locale.ROOT);
    return """
    {"type":"project.%s","timestamp":"%s","data":{"project_id":"%s","event":"%s","reason":"%s"}}\
    """
        .formatted(
            event,
            notice.at().truncatedTo(ChronoUnit.MILLIS),
            notice.project().id(),
            event,
            notice.reason());
  }

  /** A receiver that is gone for good is asked no more (Standard Webhooks 1.0.0). */
  private static boolean isTaken(FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Fetched answer
        && (answer.status() / 100 == 2 || answer.status() == GONE);
  }
}
