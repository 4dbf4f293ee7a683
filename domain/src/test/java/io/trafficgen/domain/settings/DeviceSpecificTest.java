package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSpecificTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "All                          | 40 | 40  | WINDOWS MACOS LINUX IPHONE ANDROID",
        "Desktop                      | 40 | 100 | WINDOWS MACOS LINUX",
        "Desktop, Windows/MacOS/Linux | 40 | 100 | WINDOWS MACOS LINUX",
        "desktop, macos               | 40 | 100 | MACOS",
        "Mobile, iPhone/Android       | 40 | 0   | IPHONE ANDROID",
        "Mobile,Android               | 40 | 0   | ANDROID",
      })
  void narrows_devices(String text, int split, int percent, String platforms) {
    DeviceMix mix =
        new DeviceMix(
            split,
            0,
            DeviceSpecific.parse(JsonReader.read('"' + text + '"')),
            BrowserChoice.RANDOM);
    assertThat(mix.desktopPercent()).isEqualTo(percent);
    assertThat(mix.platforms()).extracting(Platform::name).containsExactly(platforms.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Toaster", "Desktop, iPhone", "Mobile, ", "All, Windows", "Desktop Windows"})
  void refuses_other_devices(String text) {
    assertThatThrownBy(() -> DeviceSpecific.parse(JsonReader.read('"' + text + '"')))
        .isInstanceOf(InvalidValueException.class);
  }
}
