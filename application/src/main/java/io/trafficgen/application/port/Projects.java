package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Projects of accounts. */
public interface Projects {
  void add(Project project);

  Optional<Project> find(AccountId owner, ProjectId id);

  Page<Project> list(AccountId owner, PageRequest request);

  /**
   * All active projects, in the order of their identities; none of a disabled account, even if it
   * was started in the moment of the ban.
   */
  List<Project> active();

  /**
   * Replaces the settings of the owner's project if they are still the ones that {@code expected}
   * names; grants of the old ones start no visit.
   *
   * @param expected {@link SettingsDocument#etag()} of what the owner saw
   * @return the changed project; empty if it is not his or the settings are others by now
   */
  Optional<Project> replaceSettings(
      AccountId owner, ProjectId id, String expected, SettingsDocument settings);

  /** Starts the owner's project anew; the ramp begins at {@code now}. */
  Optional<Project> start(AccountId owner, ProjectId id, Instant now);

  /**
   * Ends an active project ({@code STOPPED} or {@code COMPLETED}, by the reason); else no change.
   */
  Optional<Project> end(AccountId owner, ProjectId id, StatusReason reason);
}
