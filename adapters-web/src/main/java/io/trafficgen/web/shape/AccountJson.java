package io.trafficgen.web.shape;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account as its owner and admins see it. */
public record AccountJson(
    UUID id,
    String email,
    Optional<String> name,
    String role,
    String affiliateCode,
    Optional<UUID> referredBy,
    Money balance,
    Instant createdAt,
    Optional<String> phone,
    Optional<String> company,
    Optional<String> vatId,
    Optional<String> address,
    Optional<String> city,
    Optional<String> zip,
    Optional<String> country,
    boolean emailConfirmed,
    boolean totp,
    boolean disabled) {
  public static AccountJson of(Account account) {
    ContactDetails contact = account.contact();
    return new AccountJson(
        account.id().value(),
        account.email().value(),
        contact.name(),
        account.role().wireName(),
        account.affiliateCode().value(),
        account.referredBy().map(AccountId::value),
        account.balance(),
        account.createdAt(),
        contact.phone(),
        contact.company(),
        contact.vatId(),
        contact.address(),
        contact.city(),
        contact.zip(),
        contact.country(),
        account.hasConfirmedEmail(),
        account.hasSecondFactor(),
        account.isDisabled());
  }
}
