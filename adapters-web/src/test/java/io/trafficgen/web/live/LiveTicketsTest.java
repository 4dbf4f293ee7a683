package io.trafficgen.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.live.LiveTickets.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LiveTicketsTest {
  private static final String STREAM = "/api/admin/live-stream";
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private final AtomicReference<Optional<Account>> holder =
      new AtomicReference<>(Optional.of(Fixtures.account()));
  private final LiveTickets tickets = new LiveTickets(new Random(1), now::get);

  private String ticket() {
    return tickets.issue(holder.get().orElseThrow().id(), STREAM, holder::get).ticket();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private boolean opens(String ticket) {
    return tickets.use(ticket, STREAM).isPresent();
  }

  @Test
  void waits_30_seconds_for_its_first_use() {
    String ticket = ticket();
    pass(LiveTickets.FIRST_USE.minusMillis(1));
    assertThat(opens(ticket)).isTrue();
    String late = ticket();
    pass(LiveTickets.FIRST_USE);
    assertThat(opens(late)).isFalse();
  }

  @Test
  void is_good_while_somebody_reads_and_a_minute_longer() {
    String ticket = ticket();
    Admission first = tickets.use(ticket, STREAM).orElseThrow();
    pass(Duration.ofHours(5));
    Admission second = tickets.use(ticket, STREAM).orElseThrow();
    first.close();
    pass(Duration.ofHours(5));
    second.close();
    pass(LiveTickets.RETURN.minusMillis(1));
    Admission third = tickets.use(ticket, STREAM).orElseThrow();
    pass(Duration.ofHours(5));
    third.close();
    pass(LiveTickets.RETURN);
    assertThat(opens(ticket)).isFalse();
  }

  @Test
  void asks_again_whose_it_is() {
    String ticket = ticket();
    Account owner = holder.get().orElseThrow();
    assertThat(tickets.use(ticket, STREAM)).map(Admission::account).contains(owner);
    holder.set(Optional.empty());
    assertThat(opens(ticket)).isFalse();
  }

  @Test
  void opens_its_own_stream_only() {
    String ticket = ticket();
    assertThat(tickets.use(ticket, STREAM + "/")).isEmpty();
    assertThat(opens("")).isFalse();
    assertThat(opens(ticket)).isTrue();
  }

  @Test
  void tells_no_two_alike_and_none_in_a_log() {
    assertThat(ticket()).hasSize(43).isNotEqualTo(ticket());
    assertThat(tickets.issue(Fixtures.account().id(), STREAM, holder::get))
        .hasToString("Issued[hidden]");
  }
}
