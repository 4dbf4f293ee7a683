package io.trafficgen.application.fake;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is given in the order it came; can be away. */
public final class RecordingHitStore implements HitStore {
  private final List<Hit> hits = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private boolean away;

  public void away(boolean away) {
    this.away = away;
  }

  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  @Override
  public void append(List<Hit> moreHits, List<Visit> moreVisits) {
    if (away) {
      throw new UncheckedIOException(new IOException("the database is away"));
    }
    hits.addAll(moreHits);
    visits.addAll(moreVisits);
  }

  @Override
  public Optional<Page<Hit>> hits(AccountId owner, ProjectId project, PageRequest request) {
    return Optional.empty();
  }

  @Override
  public Optional<Page<Receipt>> visits(AccountId owner, ProjectId project, PageRequest request) {
    return Optional.empty();
  }

  @Override
  public Optional<ProjectStats> stats(AccountId owner, ProjectId project, LocalDate today) {
    return Optional.empty();
  }
}
