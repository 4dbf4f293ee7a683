package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.BrowserChoice;
import io.trafficgen.domain.settings.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceProfilesTest {

  @ParameterizedTest
  @CsvSource({"DESKTOP, true, true", "MOBILE, false, false", "TABLET, false, false"})
  void offers_honest_profiles_of_each_kind(Device device, boolean desktop, boolean landscape) {
    for (Platform platform : Platform.values()) {
      List<DeviceProfile> profiles =
          DeviceProfiles.of(Set.of(platform), device, BrowserChoice.RANDOM);
      assertThat(profiles).doesNotHaveDuplicates();
      assertThat(profiles.isEmpty()).isNotEqualTo(platform.isDesktop() == desktop);
      assertThat(profiles)
          .allSatisfy(profile -> {
            assertThat(profile.device()).isEqualTo(device);
            assertThat(profile.userAgent()).startsWith("Mozilla/5.0 (").doesNotContain("Bot");
            assertThat(profile.width() > profile.height()).isEqualTo(landscape);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(BrowserChoice.class)
  void offers_the_chosen_browser_where_there_is_one_and_any_elsewhere(BrowserChoice choice) {
    for (Platform platform : Platform.values()) {
      Device device = platform.isDesktop() ? Device.DESKTOP : Device.TABLET;
      List<DeviceProfile> profiles = DeviceProfiles.of(Set.of(platform), device, choice);
      if (choice != BrowserChoice.RANDOM && choice.runsOn(platform)) {
        assertThat(profiles)
            .as("%s on %s", choice, platform)
            .isNotEmpty()
            .allMatch(profile -> profile.browser().name().equals(choice.name()));
      } else {
        assertThat(profiles.stream().map(DeviceProfile::browser).distinct())
            .as("%s on %s", choice, platform)
            .hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void presents_safari_on_apples_platforms_alone() {
    for (Device device : Device.values()) {
      assertThat(DeviceProfiles.of(EnumSet.allOf(Platform.class), device, BrowserChoice.SAFARI))
          .isNotEmpty()
          .allSatisfy(profile -> assertThat(profile.userAgent()).containsPattern("Mac OS X"));
    }
  }

  @Test
  void names_the_browser_in_the_user_agent_as_its_maker_does() {
    assertThat(
            EnumSet.allOf(Device.class).stream()
                .flatMap(device ->
                    DeviceProfiles.of(EnumSet.allOf(Platform.class), device, BrowserChoice.RANDOM)
                        .stream()))
        .allSatisfy(profile ->
            assertThat(profile.userAgent())
                .containsPattern(
                    switch (profile.browser()) {
                      case CHROME -> "(Chrome|CriOS)/\\d";
                      case FIREFOX -> "(Firefox|FxiOS)/\\d";
                      case SAFARI -> "Version/\\d\\S* (Mobile/\\S+ )?Safari/";
                      case EDGE -> "Edg(A|iOS)?/\\d";
                    }));
  }
}
