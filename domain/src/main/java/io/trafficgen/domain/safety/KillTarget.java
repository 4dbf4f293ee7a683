package io.trafficgen.domain.safety;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.PageUrls;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.site.Host;
import java.util.UUID;

/**
 * What a kill switch is about.
 *
 * @param key a host or an identity in the one form that we write; empty for {@link
 *     KillScope#GLOBAL}
 */
public record KillTarget(KillScope scope, String key) {
  private static final String ID = "9b2f3d4c-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

  /**
   * Reads a key as somebody wrote it.
   *
   * @throws InvalidValueException if nothing of this scope can be called so
   */
  public static KillTarget parse(KillScope scope, String key) {
    return switch (scope) {
      case GLOBAL -> {
        if (!key.isEmpty()) {
          throw new InvalidValueException("", "has no place beside the scope global", "");
        }
        yield new KillTarget(scope, "");
      }
      case HOST -> of(Host.parse(key));
      case ACCOUNT, PROJECT -> new KillTarget(scope, identity(key));
    };
  }

  public static KillTarget of(Host host) {
    return new KillTarget(KillScope.HOST, host.toString());
  }

  /** Whether {@code project} may not run while this is switched off for visits. */
  public boolean covers(Project project) {
    return switch (scope) {
      case GLOBAL -> true;
      case HOST -> PageUrls.uses(project, Host.parse(key));
      case ACCOUNT -> project.account().toString().equals(key);
      case PROJECT -> project.id().toString().equals(key);
    };
  }

  private static String identity(String key) {
    try {
      return UUID.fromString(key).toString();
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("", "must be an id", ID);
    }
  }
}
