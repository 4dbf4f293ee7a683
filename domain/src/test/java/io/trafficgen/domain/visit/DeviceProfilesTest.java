package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Platform;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceProfilesTest {

  @ParameterizedTest
  @EnumSource(Platform.class)
  void offers_honest_profiles_for_each_platform(Platform platform) {
    assertThat(DeviceProfiles.of(Set.of(platform), platform.isDesktop()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(profile -> {
          assertThat(profile.device())
              .isEqualTo(platform.isDesktop() ? Device.DESKTOP : Device.MOBILE);
          assertThat(profile.userAgent()).startsWith("Mozilla/5.0 (").doesNotContain("Bot");
          assertThat(profile.width() > profile.height()).isEqualTo(platform.isDesktop());
        });
    assertThat(DeviceProfiles.of(Set.of(platform), !platform.isDesktop())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Browser.class)
  void offers_every_browser(Browser browser) {
    assertThat(DeviceProfiles.of(EnumSet.allOf(Platform.class), true))
        .anySatisfy(profile -> assertThat(profile.browser()).isEqualTo(browser));
  }
}
