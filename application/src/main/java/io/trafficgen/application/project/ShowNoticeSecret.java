package io.trafficgen.application.project;

import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import java.util.Optional;

/** Shows the owner of a project how to tell its notices from others'. */
public final class ShowNoticeSecret {
  private final Projects projects;
  private final NoticeSecrets secrets;

  public ShowNoticeSecret(Projects projects, NoticeSecrets secrets) {
    this.projects = projects;
    this.secrets = secrets;
  }

  /**
   * @return {@code whsec_} and base64; empty if the owner has no such project
   */
  public Optional<String> show(AccountId owner, ProjectId id) {
    return projects.find(owner, id).map(Project::id).map(secrets::secret);
  }
}
