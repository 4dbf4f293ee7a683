package io.trafficgen.application.fake;

import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.domain.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link CookieJars} in memory. */
public final class InMemoryCookieJars implements CookieJars {
  private final List<KeptJar> kept = new ArrayList<>();

  @Override
  public synchronized void keep(List<KeptJar> jars) {
    for (KeptJar jar : jars) {
      boolean known =
          of(jar.project(), Instant.MIN).stream().anyMatch(old -> old.visit().equals(jar.visit()));
      if (!known) {
        kept.add(jar);
      }
      List<KeptJar> all = of(jar.project(), Instant.MIN);
      kept.removeAll(all.subList(Math.min(MOST, all.size()), all.size()));
    }
  }

  @Override
  public synchronized Optional<KeptJar> find(ProjectId project, double choice, Instant since) {
    List<KeptJar> living = of(project, since);
    return living.isEmpty()
        ? Optional.empty()
        : Optional.of(living.get((int) (choice * living.size())));
  }

  /** Newest first. */
  private List<KeptJar> of(ProjectId project, Instant since) {
    return kept.stream()
        .filter(jar -> jar.project().equals(project) && !jar.leftAt().isBefore(since))
        .sorted(
            Comparator.comparing(KeptJar::leftAt)
                .reversed()
                .thenComparing(jar -> jar.visit().toString()))
        .toList();
  }
}
