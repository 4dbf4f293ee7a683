package io.trafficgen.application.fake;

import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.domain.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notices that a test put there; each is due at every claim until it is done. */
public final class RecordingNotices implements OwedNotices {
  private final List<Notice> owed = new ArrayList<>();
  private final List<ProjectId> broke = new ArrayList<>();

  public void put(Notice notice) {
    owed.add(notice);
  }

  /** What is not done yet. */
  public List<Notice> owed() {
    return List.copyOf(owed);
  }

  /** Projects that could not pay, each time that was noted. */
  public List<ProjectId> broke() {
    return List.copyOf(broke);
  }

  @Override
  public void noteNoFunds(ProjectId project, Instant now) {
    broke.add(project);
  }

  @Override
  public List<Notice> claim(Instant now, int most) {
    return owed.stream().limit(most).toList();
  }

  @Override
  public void done(UUID notice) {
    owed.removeIf(one -> one.id().equals(notice));
  }
}
