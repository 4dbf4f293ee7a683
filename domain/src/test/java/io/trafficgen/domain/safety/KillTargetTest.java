package io.trafficgen.domain.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.site.Host;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillTargetTest {
  private static final Host SHOP = Host.parse("shop.example");

  @ParameterizedTest
  @CsvSource({
    "HOST,SHOP.example,shop.example",
    "HOST,localhost:8081,localhost:8081",
    "PROJECT,9B2F3D4C-1A2B-4C3D-8E4F-5A6B7C8D9E0F,9b2f3d4c-1a2b-4c3d-8e4f-5a6b7c8d9e0f"
  })
  void writes_keys_in_one_form(KillScope scope, String text, String key) {
    assertThat(KillTarget.parse(scope, text)).isEqualTo(new KillTarget(scope, key));
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL,all",
    "HOST,http://shop.example/",
    "ACCOUNT,owner@shop.example",
    "PROJECT,shop.example"
  })
  void refuses_what_names_nothing(KillScope scope, String text) {
    assertThatThrownBy(() -> KillTarget.parse(scope, text))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_host_has_the_standard_cap_unless_somebody_says_otherwise() {
    SafetyRules rules =
        SafetyRules.of(List.of(), List.of(new HostRule(SHOP, OptionalInt.of(7), true)));
    assertThat(rules.perMinute(SHOP)).isEqualTo(7);
    assertThat(rules.refusal(SHOP)).contains("is blocked by the operator");
    Host other = Host.parse("other.example");
    assertThat(rules.perMinute(other)).isEqualTo(60);
    assertThat(rules.refusal(other)).isEmpty();
  }

  @Test
  void a_refusal_tells_the_reason_of_the_switch() {
    KillSwitch killed =
        new KillSwitch(new UUID(1, 2), KillTarget.of(SHOP), true, "a complaint", Instant.EPOCH, 0);
    assertThat(SafetyRules.of(List.of(killed), List.of()).refusal(SHOP))
        .contains("is stopped by the operator: a complaint");
  }
}
