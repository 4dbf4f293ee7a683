package io.trafficgen.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  private static final byte[] KEY = new byte[32];

  @ParameterizedTest
  @CsvSource({
    "a.b+c@gmail.com, ab@gmail.com",
    "A.B@GoogleMail.com, ab@gmail.com",
    "a.b+c@shop.example, a.b@shop.example",
    "a.b@shop.example, a.b@shop.example",
    "a+b+c@shop.example, a@shop.example",
    "+b@shop.example, @shop.example"
  })
  void a_mailbox_has_no_tag_and_dots_where_they_count(String address, String mailbox) {
    assertThat(Email.parse(address).mailbox()).isEqualTo(mailbox);
  }

  @Test
  void a_mark_tells_places_apart_and_does_not_name_them() {
    VisitorMark mark = VisitorMark.of(KEY, "192.0.2.7");
    assertThat(mark.text()).matches("[0-9a-f]{32}");
    assertThat(VisitorMark.of(KEY, "192.0.2.7")).isEqualTo(mark);
    assertThat(VisitorMark.of(KEY, "192.0.2.8")).isNotEqualTo(mark);
    assertThat(VisitorMark.of(new byte[] {1}, "192.0.2.7")).isNotEqualTo(mark);
    assertThat(VisitorMark.of(KEY, "2001:db8:0:1:0:0:0:1"))
        .isEqualTo(VisitorMark.of(KEY, "2001:db8:0:1:a:b:c:d"))
        .isNotEqualTo(VisitorMark.of(KEY, "2001:db8:0:2:0:0:0:1"));
  }

  @Test
  void this_machine_has_no_mark() {
    assertThat(VisitorMark.find(KEY, "127.0.0.1")).isEmpty();
    assertThat(VisitorMark.find(KEY, "0:0:0:0:0:0:0:1")).isEmpty();
    assertThat(VisitorMark.find(KEY, "192.0.2.7")).contains(VisitorMark.of(KEY, "192.0.2.7"));
  }

  @Test
  void one_mailbox_or_one_address_raises_doubt() {
    Optional<VisitorMark> here = VisitorMark.find(KEY, "192.0.2.7");
    Optional<VisitorMark> there = VisitorMark.find(KEY, "192.0.2.8");
    Account referrer = account("ada@shop.example", here);

    Origin other = Origin.of(Optional.of(referrer), Email.parse("eve@shop.example"), there);
    assertThat(other.referredBy()).contains(referrer.id());
    assertThat(other.doubt()).isEmpty();
    assertThat(other.visitor()).isEqualTo(there);
    assertThat(Origin.of(Optional.of(referrer), Email.parse("ada+2@shop.example"), there).doubt())
        .contains("referrer and referred share a mailbox");
    assertThat(Origin.of(Optional.of(referrer), Email.parse("eve@shop.example"), here).doubt())
        .contains("referrer and referred signed up from one address");
    Account unknown = account("bob@shop.example", Optional.empty());
    assertThat(
            Origin.of(Optional.of(unknown), Email.parse("eve@shop.example"), Optional.empty())
                .doubt())
        .isEmpty();
  }

  @Test
  void whom_nobody_brought_raises_none() {
    Origin alone =
        Origin.of(
            Optional.empty(), Email.parse("eve@shop.example"), VisitorMark.find(KEY, "192.0.2.7"));
    assertThat(alone.referredBy()).isEmpty();
    assertThat(alone.doubt()).isEmpty();
    assertThat(alone.visitor()).isPresent();
  }

  private static Account account(String email, Optional<VisitorMark> visitor) {
    return new Account(
        new AccountId(new UUID(1, email.hashCode())),
        Email.parse(email),
        new PasswordHash("x"),
        Role.USER,
        AffiliateCode.parse("7k3q9mzt"),
        Origin.of(Optional.empty(), Email.parse(email), visitor),
        Money.ZERO,
        ContactDetails.named(Optional.empty()),
        AccountMarks.fresh(),
        Instant.EPOCH);
  }
}
