package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ExitList;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two files of the bot: its exits and its key. */
class ExitConfigTest {
  /** The test key of RFC 9421, appendix B.1.4. */
  private static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
      -----END PRIVATE KEY-----
      """;

  @TempDir private Path folder;

  @Test
  void without_files_visits_leave_directly_and_unsigned() {
    AppConfig config = AppConfig.of(Map.of(), folder);

    assertThat(config.exits()).isEqualTo(ExitList.standard());
    assertThat(config.signingKey()).isEmpty();
  }

  @Test
  void both_files_are_read() throws IOException {
    AppConfig config =
        AppConfig.of(
            Map.of(
                "TRAFFICGEN_EXITS",
                file("exits.json", "[{\"id\":\"de-1\",\"url\":\"http://127.0.0.1:3128\"}]"),
                "TRAFFICGEN_SIGNING_KEY",
                file("key.pem", PEM)),
            folder);

    assertThat(config.exits().exits()).extracting(Exit::id).containsExactly("de-1");
    assertThat(config.signingKey().orElseThrow().id())
        .isEqualTo("poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U");
    assertThat(config.toString()).doesNotContain("MC4CAQ");
  }

  @Test
  void every_problem_in_them_is_named_at_once() throws IOException {
    InvalidValueException refusal =
        catchThrowableOfType(
            InvalidValueException.class,
            () ->
                AppConfig.of(
                    Map.of(
                        "TRAFFICGEN_EXITS",
                        file("exits.json", "[{\"id\":\"a\"},{\"direct\":true}]"),
                        "TRAFFICGEN_SIGNING_KEY",
                        file("key.pem", "no key"),
                        "TRAFFICGEN_PORT",
                        "many"),
                    folder));

    assertThat(refusal.problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "TRAFFICGEN_PORT",
            "TRAFFICGEN_EXITS /0/url",
            "TRAFFICGEN_EXITS /1/id",
            "TRAFFICGEN_SIGNING_KEY");
  }

  @Test
  void a_missing_file_stops_the_start() {
    InvalidValueException refusal =
        catchThrowableOfType(
            InvalidValueException.class,
            () -> AppConfig.of(Map.of("TRAFFICGEN_EXITS", "/nowhere/exits.json"), folder));

    assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly("TRAFFICGEN_EXITS");
  }

  @Test
  void addresses_of_proxies_are_denied_to_pages() throws IOException {
    ExitList exits =
        ExitList.parse(
            "[{\"id\":\"a\",\"url\":\"http://192.0.2.77:3128\"}]".getBytes(StandardCharsets.UTF_8));

    assertThat(OwnAddresses.with(exits)).contains(InetAddress.getByName("192.0.2.77"));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
