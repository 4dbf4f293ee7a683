package io.trafficgen.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.KeyDirectoryContract;
import io.trafficgen.application.port.KeyDirectory;
import io.trafficgen.application.port.KeyDirectory.Published;
import io.trafficgen.engine.SignedRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedKeyDirectoryTest implements KeyDirectoryContract {
  private static final SigningKey KEY = SigningKey.parse(SignedRequest.PEM);

  @Override
  public KeyDirectory directory() {
    return of(Optional.of(KEY));
  }

  @Override
  public KeyDirectory empty() {
    return of(Optional.empty());
  }

  /** Appendix "Signed Directory Response" of draft-ietf-webbotauth-httpsig-protocol-01. */
  @Test
  void signs_as_the_draft_does() {
    Published published =
        of(Optional.of(KEY))
            .publish(
                KEY, Instant.ofEpochSecond(1_735_689_600), Instant.ofEpochSecond(4_889_289_600L));

    assertThat(published.headers())
        .containsEntry("Content-Digest", "sha-256=:CADMT2aBdV/rqQr/NIru64ERQkCobVvllA4V0fLFDu0=:")
        .containsEntry(
            "Signature-Input",
            "binding=(\"@authority\";req \"content-digest\");created=1735689600;expires=4889289600"
                + ";keyid=\"poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U\""
                + ";tag=\"http-message-signatures-directory\"")
        .containsEntry(
            "Signature",
            "binding=:l6P8R67tm3kujAxbHWio7ll01qrEZ0dKD/WWlGhNYEmTnFZM8Wt0VQ9zqGfvo7T/UMkBxsigzChM1Gpz7gOVBg==:");
  }

  private static SignedKeyDirectory of(Optional<SigningKey> key) {
    return new SignedKeyDirectory(
        key, URI.create("https://signature-agent.test"), InstantSource.system());
  }
}
