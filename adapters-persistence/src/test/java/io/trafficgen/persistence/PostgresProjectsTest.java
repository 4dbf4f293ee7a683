package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.ProjectsContract;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import org.junit.jupiter.api.Test;

class PostgresProjectsTest extends PostgresPorts implements ProjectsContract {
  @Test
  void settings_can_be_queried_where_jsonb_cannot_hold_them_exactly() {
    Account owner = Fixtures.account();
    accounts().add(owner);
    Project project = Fixtures.project(owner.id(), VisitLimits.none(), ODD_SETTINGS);
    projects().add(project);

    String projected =
        database()
            .read(handle ->
                handle
                    .createQuery(
                        """
                        select (settings ->> 'nul') || (settings ->> 'z') || (settings ->> 'n')
                        from projects where id = :id
                        """)
                    .bind("id", project.id().value())
                    .mapTo(String.class)
                    .one());

    assertThat(projected).isEqualTo("a\ufffdb" + "100" + "123456789012345678901234567890");
  }
}
