package io.trafficgen.application.port;

import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.NoticeEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the owners of projects want to be told. Each change of a project's status that has a {@code
 * qa.notify.url} is noted in the same step that makes it.
 */
public interface OwedNotices {
  /** Notes that a running project cannot pay; once a day. */
  void noteNoFunds(ProjectId project, Instant now);

  /** Takes notices that are due; what is not {@link #done} is due again, later each time. */
  List<Notice> claim(Instant now, int most);

  /** Ends a notice: it was delivered, or is not wanted. */
  void done(UUID notice);

  /**
   * @param project as it is now
   * @param reason of the status, as on the wire
   * @param at when it happened
   */
  record Notice(UUID id, Project project, NoticeEvent event, String reason, Instant at) {}
}
