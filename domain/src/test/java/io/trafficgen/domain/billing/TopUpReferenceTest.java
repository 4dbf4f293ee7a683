package io.trafficgen.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpReferenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"TG-7K3Q9M", "tg-7k3q9m", " TG 7K3 Q9M ", "TG7K3Q9M"})
  void reads_what_payers_write(String text) {
    assertThat(TopUpReference.parse(text)).hasToString("TG-7K3Q9M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TG-7K3Q9N", "TG-K73Q9M", "TG-7K3Q9", "XX-7K3Q9M", "TG-7K3Q9MM"})
  void finds_none_in_a_typo(String text) {
    assertThat(TopUpReference.find(text)).isEmpty();
  }

  @Test
  void every_random_one_is_read_back_and_no_single_typo_is() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1_000; i++) {
      TopUpReference reference = TopUpReference.random(random);
      assertThat(TopUpReference.parse(reference.value())).isEqualTo(reference);
      int place = 3 + random.nextInt(6);
      char wrong = reference.value().charAt(place) == 'X' ? 'Y' : 'X';
      StringBuilder typo = new StringBuilder(reference.value());
      typo.setCharAt(place, wrong);
      assertThat(TopUpReference.find(typo.toString())).isEmpty();
    }
  }
}
