package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SiteTokenTest {
  private static final byte[] KEY = "a key of this server".getBytes(StandardCharsets.US_ASCII);
  private static final UUID ACCOUNT = new UUID(1, 2);
  private static final Host SHOP = Host.parse("shop.example");
  private static final SiteToken TOKEN = SiteToken.of(KEY, ACCOUNT, SHOP);

  @Test
  void belongs_to_one_key_account_and_host() {
    assertThat(TOKEN).isEqualTo(SiteToken.of(KEY.clone(), ACCOUNT, Host.parse("SHOP.example")));
    assertThat(TOKEN).isNotEqualTo(SiteToken.of(new byte[] {1}, ACCOUNT, SHOP));
    assertThat(TOKEN).isNotEqualTo(SiteToken.of(KEY, new UUID(1, 3), SHOP));
    assertThat(TOKEN).isNotEqualTo(SiteToken.of(KEY, ACCOUNT, Host.parse("shop.example:8081")));
    assertThat(TOKEN.text()).matches("tg-verify-[0-9a-f]{40}");
  }

  @Test
  void stands_in_a_file_on_a_line_of_its_own() {
    assertThat(TOKEN.standsIn(TOKEN.text())).isTrue();
    assertThat(TOKEN.standsIn("# ours\r\n  " + TOKEN + " \r\nmax-per-minute: 3\r\n")).isTrue();
    assertThat(TOKEN.standsIn("token: " + TOKEN)).isFalse();
    assertThat(TOKEN.standsIn(TOKEN + "0")).isFalse();
    assertThat(TOKEN.standsIn("")).isFalse();
  }

  @Test
  void says_where_it_is_shown() {
    SiteProof proof = new SiteProof(SHOP, TOKEN);

    assertThat(SiteProof.fileUrl("https", SHOP))
        .hasToString("https://shop.example/.well-known/trafficgen-verification.txt");
    assertThat(proof.dnsName()).isEqualTo("_trafficgen.shop.example");
    assertThat(proof.metaHtml()).contains("\"trafficgen-verification\"").contains(TOKEN.text());
  }
}
