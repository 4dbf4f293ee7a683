package io.trafficgen.persistence;

import io.trafficgen.application.port.ReferralClicks;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.VisitorMark;
import io.trafficgen.domain.affiliate.ReferralClick;
import java.time.Instant;
import java.util.UUID;

/** {@link ReferralClicks} in {@code referral_clicks}. */
public final class PostgresReferralClicks implements ReferralClicks {
  private final PostgresDatabase database;

  public PostgresReferralClicks(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean log(UUID id, AffiliateCode code, VisitorMark visitor, Instant at) {
    return database.inTransaction(handle -> {
      // Of several at once the second looks when the first is there to be seen.
      handle.execute(
          "select pg_advisory_xact_lock(hashtextextended(?, 0))",
          code.value() + " " + visitor.text());
      return handle
              .createUpdate(
                  """
                  insert into referral_clicks (id, user_id, code, visitor, created_at)
                  select :id, c.user_id, c.code, :visitor, :at from affiliate_codes c
                  where c.code = :code and not exists (
                    select 1 from referral_clicks k
                    where k.code = c.code and k.visitor = :visitor and k.created_at > :since)
                  """)
              .bind("id", id)
              .bind("visitor", visitor.text())
              .bind("at", at)
              .bind("code", code.value())
              .bind("since", at.minus(ONCE_IN))
              .execute()
          == 1;
    });
  }

  @Override
  public Page<ReferralClick> list(AccountId affiliate, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select k.*, exists (
                      select 1 from users u where u.referred_by = k.user_id
                        and u.sign_up_mark = k.visitor and u.created_at >= k.created_at) as signed_up
                    from referral_clicks k
                    where k.user_id = :affiliate and (k.created_at, k.id) < (:at, :after)
                    order by k.created_at desc, k.id desc limit :rows
                    """)
                .bind("affiliate", affiliate.value()),
            request,
            (row, context) ->
                new ReferralClick(
                    Columns.uuid(row, "id"),
                    new AffiliateCode(row.getString("code")),
                    row.getBoolean("signed_up"),
                    Columns.instant(row, "created_at")),
            found -> new Position(found.at(), found.id())));
  }
}
