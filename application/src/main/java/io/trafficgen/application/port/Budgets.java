package io.trafficgen.application.port;

import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Limits, host caps and held money of visits (engine page, 4.2). Whatever happens, and from however
 * many threads and processes: no cap is passed, and only stored completions are charged, once.
 */
public interface Budgets {
  /** What is left for the project, read without a lock: to explain, not to decide. */
  Room room(ProjectId project, RoomRequest request);

  /** Step 1: reserves limits, host minute and money for as many visits as the room leaves. */
  ReserveOutcome reserve(Reservation reservation);

  /**
   * Step 2: takes issued grants whose window is open; each goes to one claimer, and all of a
   * project to one node at a time, so that its concurrency holds over all nodes. Of several live
   * nodes none takes more than its share of what waits.
   *
   * @param most new grants to take
   * @param known grants that the caller has; others of its lease come again, since the answer to
   *     their claim was lost: with watermark 0, for their project may have been stopped meanwhile
   */
  List<ClaimedGrant> claim(Lease lease, Instant now, int most, Set<GrantId> known);

  /**
   * Step 4: raises watermarks and charges stored completions. A grant that is not confirmed must
   * start no further visit: it was stopped, reclaimed or is unknown.
   */
  Advanced advance(Lease lease, List<Progress> progress);

  /**
   * Step 5, once: charges the last completions, counts what started, gives back the rest.
   *
   * @param started visits that began, whatever became of them
   * @param dropped visits that were due but not started in time
   */
  void settle(Lease lease, GrantId grant, int started, int dropped);

  /**
   * Steps 6 and 7: fences nodes whose lease ran out, counts their watermarks as started, bills
   * stored completions and releases the rest.
   *
   * @return grants taken from a dead node
   */
  int reclaim(Instant now);

  /**
   * Gives back grants that nobody claimed before their window ended, or that nobody may claim any
   * more, since their project was stopped or changed.
   */
  int expire(Instant now);

  /**
   * How to look at the room of a project.
   *
   * @param countedSince visits granted since then have used the allowance ({@link
   *     Pace#countedSince})
   * @param hostPerMinute the host's cap as the caller read it; a lower stored one wins
   */
  record RoomRequest(
      Host host, LocalDate day, Instant minute, Instant countedSince, int hostPerMinute) {}

  /**
   * A grant that this node runs.
   *
   * @param watermark highest visit number that may start
   * @param settings the project's, as of the grant's project epoch
   */
  record ClaimedGrant(Grant grant, int watermark, SettingsDocument settings) {}

  /**
   * @param started visits begun so far
   * @param watermark highest visit number wanted
   */
  record Progress(GrantId grant, int started, int watermark) {}

  /**
   * @param watermarks highest visit number that may start, of each grant that goes on
   * @param charged visits that this step charged
   * @param killed grants that go on no more because the operator stopped their project
   */
  record Advanced(Map<GrantId, Integer> watermarks, Set<VisitId> charged, Set<GrantId> killed) {
    public Advanced {
      killed = Set.copyOf(killed);
      watermarks = Map.copyOf(watermarks);
      charged = Set.copyOf(charged);
    }
  }
}
