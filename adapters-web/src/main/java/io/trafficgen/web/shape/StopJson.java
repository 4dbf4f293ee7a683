package io.trafficgen.web.shape;

import java.util.Optional;
import java.util.UUID;

/**
 * Tells watchers that nothing more comes for now.
 *
 * @param projectId the project that stopped or completed; empty where the server itself stops
 */
public record StopJson(String type, Optional<UUID> projectId, String reason) {
  public static StopJson of(Optional<UUID> project, String reason) {
    return new StopJson("stop", project, reason);
  }
}
