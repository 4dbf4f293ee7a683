package io.trafficgen.application.project;

import io.trafficgen.domain.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs notices as Standard Webhooks 1.0.0 has it, each project with a secret of its own, so that
 * the receiver knows them for ours. Follows from the installation's key; nothing is stored.
 */
public final class NoticeSecrets {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * @param key of this installation, at least 32 bytes
   */
  public NoticeSecrets(byte[] key) {
    this.key = key.clone();
  }

  /** What the owner gives to the receiver: {@code whsec_} and base64. */
  public String secret(ProjectId project) {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(project));
  }

  /** Value of {@code webhook-signature}. */
  String signature(ProjectId project, String id, long timestamp, String body) {
    String content = id + "." + timestamp + "." + body;
    return "v1," + Base64.getEncoder().encodeToString(hash(bytes(project), content));
  }

  private byte[] bytes(ProjectId project) {
    return hash(key, "notices of " + project);
  }

  private static byte[] hash(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
