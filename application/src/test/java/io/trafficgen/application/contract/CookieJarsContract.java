package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link CookieJars} keeps. */
public interface CookieJarsContract extends ProjectPorts {
  CookieJars jars();

  private static KeptJar jar(ProjectId project, Instant leftAt, String value) {
    return new KeptJar(
        project,
        new VisitId(Fixtures.uuid()),
        leftAt,
        List.of(
            new Cookie("b", value, "shop.example", "/", Optional.of(NOW), true, false),
            new Cookie("a", "é;\"", ".shop.example", "/x", Optional.empty(), false, true)));
  }

  @Test
  default void gives_a_jar_back_as_it_was_to_its_own_project_alone() {
    ProjectId project = project();
    KeptJar left = jar(project, NOW, "1");
    jars().keep(List.of(left));
    jars().keep(List.of(left));
    assertThat(jars().find(project, 0.99, NOW)).contains(left);
    assertThat(jars().find(project(), 0, Instant.EPOCH)).isEmpty();
    assertThat(jars().find(project, 0, NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  default void every_kept_jar_can_be_chosen() {
    ProjectId project = project();
    List<KeptJar> left =
        IntStream.range(0, 4).mapToObj(i -> jar(project, NOW.minusSeconds(i), "" + i)).toList();
    jars().keep(left);
    assertThat(IntStream.range(0, 4).mapToObj(i -> jars().find(project, i / 4.0, Instant.EPOCH)))
        .containsExactlyElementsOf(left.stream().map(Optional::of).toList());
  }

  @Test
  default void keeps_the_newest() {
    ProjectId project = project();
    KeptJar oldest = jar(project, NOW.minusSeconds(9), "old");
    jars().keep(List.of(oldest));
    jars()
        .keep(
            IntStream.range(0, CookieJars.MOST).mapToObj(i -> jar(project, NOW, "" + i)).toList());
    assertThat(jars().find(project, 0.9999, NOW)).isPresent();
    assertThat(jars().find(project, 0.9999, Instant.EPOCH)).isNotEqualTo(Optional.of(oldest));
  }
}
