package io.trafficgen.application.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.port.OtherNodes;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowNodesTest {
  private final RecordingLiveFeed feed = new RecordingLiveFeed();
  private final Stored stored = new Stored();
  private final FollowNodes follow = new FollowNodes(stored, feed, () -> Fixtures.NOW);

  @Test
  void publishes_what_comes_after_the_first_call_once_and_in_as_many_parts_as_it_takes() {
    stored.add(2);
    follow.follow();
    assertThat(feed.events()).isEmpty();
    List<LiveEvent> fresh = stored.add(5);
    follow.follow();
    follow.follow();
    assertThat(feed.events()).isEqualTo(fresh);
    assertThat(stored.oldest).isEqualTo(Fixtures.NOW.minusSeconds(3600));
  }

  @Test
  void goes_on_where_it_was_when_the_database_comes_back() {
    follow.follow();
    List<LiveEvent> fresh = stored.add(3);
    stored.away = true;
    assertThatThrownBy(follow::follow).isInstanceOf(UncheckedIOException.class);
    stored.away = false;
    follow.follow();
    assertThat(feed.events()).isEqualTo(fresh);
  }

  /** Tells two events at a time. */
  private static final class Stored implements OtherNodes {
    private final List<LiveEvent> events = new ArrayList<>();
    private Instant oldest = Instant.MIN;
    private boolean away;

    List<LiveEvent> add(int count) {
      List<LiveEvent> fresh = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        fresh.add(
            new LiveEvent.ProjectStopped(
                new AccountId(Fixtures.uuid()), new ProjectId(Fixtures.uuid()), "user"));
      }
      events.addAll(fresh);
      return fresh;
    }

    @Override
    public Place now() {
      return new Place(events.size(), 0);
    }

    @Override
    public News since(Place place, Instant oldest, int most) {
      if (away) {
        throw new UncheckedIOException(new IOException("away"));
      }
      this.oldest = oldest;
      int from = Math.toIntExact(place.hits());
      int to = Math.min(events.size(), from + 2);
      return new News(events.subList(from, to), new Place(to, 0), to < events.size());
    }
  }
}
