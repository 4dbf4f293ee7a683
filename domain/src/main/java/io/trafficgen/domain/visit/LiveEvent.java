package io.trafficgen.domain.visit;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;

/** Something that watchers see at once (product page, 1.5). */
public sealed interface LiveEvent {
  AccountId account();

  ProjectId project();

  /** A page was loaded. */
  record PageHit(Hit hit) implements LiveEvent {
    @Override
    public AccountId account() {
      return hit.account();
    }

    @Override
    public ProjectId project() {
      return hit.project();
    }
  }

  /** A visit ended; its receipt is stored, and paid if {@code charged}. */
  record VisitEnded(Visit visit, boolean charged) implements LiveEvent {
    @Override
    public AccountId account() {
      return visit.account();
    }

    @Override
    public ProjectId project() {
      return visit.project();
    }
  }

  /** The project stopped or completed. */
  record ProjectStopped(AccountId account, ProjectId project, String reason) implements LiveEvent {}
}
