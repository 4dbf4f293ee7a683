package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes of projects beside their settings and status. */
public interface ProjectChanges {
  /**
   * Changes name, plan and limits of the owner's project as it stands now; nothing else of what
   * {@code change} answers counts but the epoch. A limit may be lower than what is used already:
   * then nothing more is granted, and what was used stays counted.
   *
   * @return the changed project; empty if the owner has no such project
   */
  Optional<Project> change(AccountId owner, ProjectId id, UnaryOperator<Project> change);

  /**
   * Begins the project's total target and, where it has passed, its expiry anew as {@link
   * Project#renewed} says; no change unless the project is active, its target or expiry is reached,
   * and its epoch is that of {@code read}.
   */
  void renew(Project read, Instant now);

  /**
   * Hides the owner's project from every list and look-up, and stops it if it runs: what is granted
   * settles. Its visits and what they cost stay in the books.
   *
   * @return the project as it was; empty if the owner has no such project
   */
  Optional<Project> remove(AccountId owner, ProjectId id, Instant now);
}
