package io.trafficgen.application.fake;

import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.VisitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Budgets for the steps of a running node: hands out what a test gave it, confirms what is asked up
 * to a ceiling, and charges what the store holds. It guards no limit; only the database can.
 */
public final class ScriptedBudgets implements Budgets {
  private final RecordingHitStore store;
  private final List<ClaimedGrant> offered = new ArrayList<>();
  private final List<ClaimedGrant> claimed = new ArrayList<>();
  private final Map<GrantId, Settled> settled = new HashMap<>();
  private final Set<VisitId> charged = new HashSet<>();
  private final Set<GrantId> stopped = new HashSet<>();
  private final Set<GrantId> killed = new HashSet<>();
  private final List<Reservation> reservations = new ArrayList<>();
  private Function<Reservation, ReserveOutcome> reserve =
      reservation -> new ReserveOutcome.Reserved(reservation.wish());
  private Function<RoomRequest, Room> room =
      request -> new Room(0, 0, Long.MAX_VALUE, Long.MAX_VALUE, request.hostPerMinute(), List.of());
  private int ceiling = Integer.MAX_VALUE;
  private boolean loseAnswer;
  private int reclaims;

  /** What a grant was settled with. */
  public record Settled(int started, int dropped) {}

  public ScriptedBudgets(RecordingHitStore store) {
    this.store = store;
  }

  /** How reservations end from now on; at first all are granted. */
  public void answerReserve(Function<Reservation, ReserveOutcome> answer) {
    reserve = answer;
  }

  /** How much room there is from now on; at first all but money. */
  public void answerRoom(Function<RoomRequest, Room> answer) {
    room = answer;
  }

  /** Every reservation that was asked for. */
  public List<Reservation> reservations() {
    return List.copyOf(reservations);
  }

  /** The next claim gets this. */
  public void offer(ClaimedGrant grant) {
    offered.add(grant);
  }

  /** No watermark rises above {@code ceiling} from now on. */
  public void cap(int ceiling) {
    this.ceiling = ceiling;
  }

  /** The grant is confirmed no more. */
  public void stop(GrantId grant) {
    stopped.add(grant);
  }

  /** The grant is confirmed no more, since the operator stopped its project. */
  public void kill(GrantId grant) {
    stopped.add(grant);
    killed.add(grant);
  }

  /** The next claim is made, and its answer never comes. */
  public void loseNextAnswer() {
    loseAnswer = true;
  }

  public Map<GrantId, Settled> settled() {
    return Map.copyOf(settled);
  }

  @Override
  public List<ClaimedGrant> claim(Lease lease, Instant now, int most, Set<GrantId> known) {
    List<ClaimedGrant> answer = new ArrayList<>();
    claimed.stream()
        .filter(grant -> !known.contains(grant.grant().id()))
        .filter(grant -> !settled.containsKey(grant.grant().id()))
        .forEach(grant -> answer.add(new ClaimedGrant(grant.grant(), 0, grant.settings())));
    if (most > 0) {
      answer.addAll(offered);
      claimed.addAll(offered);
      offered.clear();
    }
    if (loseAnswer) {
      loseAnswer = false;
      throw new UncheckedIOException(new IOException("the connection broke"));
    }
    return answer;
  }

  @Override
  public Advanced advance(Lease lease, List<Progress> progress) {
    Map<GrantId, Integer> watermarks = new HashMap<>();
    for (Progress made : progress) {
      if (!stopped.contains(made.grant())) {
        watermarks.put(made.grant(), Math.min(ceiling, made.watermark()));
      }
    }
    Set<VisitId> fresh = new HashSet<>();
    store.visits().stream()
        .filter(visit -> visit.outcome().isCompleted() && charged.add(visit.id()))
        .forEach(visit -> fresh.add(visit.id()));
    return new Advanced(watermarks, fresh, killed);
  }

  @Override
  public void settle(Lease lease, GrantId grant, int started, int dropped) {
    settled.put(grant, new Settled(started, dropped));
  }

  @Override
  public Room room(ProjectId project, RoomRequest request) {
    return room.apply(request);
  }

  @Override
  public ReserveOutcome reserve(Reservation reservation) {
    reservations.add(reservation);
    return reserve.apply(reservation);
  }

  /** How often other nodes' grants were asked for. */
  public int reclaims() {
    return reclaims;
  }

  @Override
  public int reclaim(Instant now) {
    reclaims++;
    return 0;
  }

  @Override
  public int expire(Instant now) {
    return 0;
  }
}
