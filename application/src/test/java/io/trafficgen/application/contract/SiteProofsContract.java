package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import org.junit.jupiter.api.Test;

/** What every {@link SiteProofs} keeps. */
public interface SiteProofsContract {
  SiteProofs proofs();

  /** A host that shows nothing yet. */
  Host host();

  void showFile(String content);

  void showTag(String content);

  @Test
  default void reads_what_the_file_and_the_tag_show() {
    showFile("tg-verify-1\nmax-per-minute: 7\n");
    showTag("tg-verify-2");

    assertThat(text(proofs().readFile(host()))).isEqualTo("tg-verify-1\nmax-per-minute: 7");
    assertThat(text(proofs().readMeta(host()))).isEqualTo("tg-verify-2");
  }

  @Test
  default void what_is_not_there_is_an_outcome_with_the_address_and_the_reason() {
    assertThat(proofs().readFile(host()))
        .isInstanceOfSatisfying(
            Unreadable.class,
            nothing -> {
              assertThat(nothing.attempts().getLast().problem()).isEqualTo("answered 404");
              assertThat(nothing.attempts().getLast().url().getAuthority())
                  .isEqualTo(host().toString());
            });
  }

  private static String text(ProofOutcome outcome) {
    return ((Read) outcome).text().strip();
  }
}
