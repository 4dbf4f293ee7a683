package io.trafficgen.web.live;

import io.trafficgen.application.live.WatchEverything;
import io.trafficgen.application.live.WatchLive;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.application.port.LiveSubscription.Batch;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Server-sent events (WHATWG HTML, 9.2): unnamed messages whose JSON tells its {@code type}. The
 * request's own virtual thread writes, so that a reader who does not read stops only itself.
 */
public final class LiveStream implements AutoCloseable {
  /** Shorter than the 30 s after which proxies and the server itself give an idle line up. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** From one write of a stream to the next, where there is much to tell. */
  private static final long TICK_MILLIS = 15;

  private final WatchLive watchLive;
  private final WatchEverything watchEverything;
  private final Duration heartbeat;
  private final InstantSource clock;
  private final EncodedEvents encoded = new EncodedEvents();
  private final Set<LiveSubscription> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  public LiveStream(WatchLive watchLive, WatchEverything watchEverything, InstantSource clock) {
    this(watchLive, watchEverything, HEARTBEAT, clock);
  }

  /**
   * @param heartbeat the longest silence, and how often a reader's right to stay is looked at
   */
  public LiveStream(
      WatchLive watchLive,
      WatchEverything watchEverything,
      Duration heartbeat,
      InstantSource clock) {
    this.watchLive = watchLive;
    this.watchEverything = watchEverything;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /**
   * An id that a client sent.
   *
   * @param field where it stood
   * @throws io.trafficgen.domain.InvalidValueException if no event can have it
   */
  public static String eventId(String id, String field) {
    return EventPlace.parse(id, field).toString();
  }

  /** Whether the owner has such a project to watch. */
  public boolean canShow(AccountId owner, ProjectId project) {
    Optional<LiveSubscription> subscription = watchLive.watch(owner, project, Optional.empty());
    subscription.ifPresent(LiveSubscription::close);
    return subscription.isPresent();
  }

  /**
   * Streams one project until the reader leaves, may stay no more, or the server drains.
   *
   * @param since the last event that the reader saw
   * @param mayStay whether the credential that opened the stream is still good
   * @return false, with nothing written, if the owner has no such project
   */
  public boolean showProject(
      AccountId owner,
      ProjectId project,
      Optional<String> since,
      BooleanSupplier mayStay,
      HttpServletResponse response) {
    Optional<LiveSubscription> subscription = watchLive.watch(owner, project, since);
    subscription.ifPresent(watching -> show(watching, mayStay, response));
    return subscription.isPresent();
  }

  /**
   * Streams all projects of all accounts; for admins.
   *
   * @param mayStay whether the reader still is one
   */
  public void showEverything(
      Optional<String> since, BooleanSupplier mayStay, HttpServletResponse response) {
    show(watchEverything.watch(since), mayStay, response);
  }

  /** Ends all streams, each with a last event. */
  @Override
  public void close() {
    closing = true;
    open.forEach(LiveSubscription::close);
  }

  private void show(
      LiveSubscription subscription, BooleanSupplier mayStay, HttpServletResponse response) {
    open.add(subscription);
    try (subscription) {
      EventWriter writer = EventWriter.open(response, encoded);
      Instant asked = clock.instant();
      while (!closing) {
        Batch batch = subscription.take(heartbeat);
        Instant now = clock.instant();
        if (batch.events().isEmpty() || !now.isBefore(asked.plus(heartbeat))) {
          if (!closing && !mayStay.getAsBoolean()) {
            writer.writeStop("access_ended");
            return;
          }
          asked = now;
        }
        if (!closing || !batch.events().isEmpty()) {
          writer.write(batch);
          // What happens meanwhile leaves together: writes cost more than events.
          TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
      }
      writer.writeStop("draining");
    } catch (IOException e) {
      // The reader has left: there is nobody to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(subscription);
    }
  }
}
