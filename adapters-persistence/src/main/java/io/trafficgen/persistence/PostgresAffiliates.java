package io.trafficgen.persistence;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.audit.AuditEntry;
import org.jdbi.v3.core.JdbiException;

/** {@link Affiliates} in {@code users}, {@code affiliate_codes} and {@code affiliate_earnings}. */
public final class PostgresAffiliates implements Affiliates {
  private final PostgresDatabase database;

  public PostgresAffiliates(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public AffiliateSummary summary(AccountId affiliate) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.affiliate_code, u.auto_credit,
                  (select count(*) from referral_clicks c where c.user_id = u.id)
                    + coalesce((select clicks from removed_clicks c where c.user_id = u.id), 0)
                    as clicks,
                  (select count(*) from users r where r.referred_by = u.id) as sign_ups,
                  coalesce(sum(e.amount) filter (
                    where e.status in ('pending', 'held', 'voided')), 0) as pending,
                  coalesce(sum(e.amount) filter (where e.status = 'approved'), 0) as approved,
                  coalesce(sum(e.amount) filter (where e.status = 'in_payout'), 0) as in_payout,
                  coalesce(sum(e.amount) filter (where e.status = 'paid'), 0) as paid
                from users u left join affiliate_earnings e on e.referrer_id = u.id
                where u.id = :affiliate group by u.id
                """)
            .bind("affiliate", affiliate.value())
            .map((row, context) ->
                new AffiliateSummary(
                    new AffiliateCode(row.getString("affiliate_code")),
                    row.getLong("clicks"),
                    row.getLong("sign_ups"),
                    Columns.euros(row, "pending"),
                    Columns.euros(row, "approved"),
                    Columns.euros(row, "in_payout"),
                    Columns.euros(row, "paid"),
                    row.getBoolean("auto_credit")))
            .one());
  }

  @Override
  public Page<Earning> earnings(AccountId affiliate, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from affiliate_earnings
                    where referrer_id = :affiliate and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("affiliate", affiliate.value()),
            request,
            new EarningRows(),
            found -> new Position(found.createdAt(), found.id())));
  }

  @Override
  public boolean changeCode(AccountId affiliate, AffiliateCode code, AuditEntry entry) {
    try {
      database.run(handle -> {
        handle
            .createUpdate("update users set affiliate_code = :code where id = :id")
            .bind("code", code.value())
            .bind("id", affiliate.value())
            .execute();
        AuditRows.insert(handle, entry);
      });
      return true;
    } catch (JdbiException e) {
      if (DatabaseFailures.foundDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void chooseAutoCredit(AccountId affiliate, boolean on, AuditEntry entry) {
    database.run(handle -> {
      handle
          .createUpdate("update users set auto_credit = :on where id = :id")
          .bind("on", on)
          .bind("id", affiliate.value())
          .execute();
      AuditRows.insert(handle, entry);
    });
  }
}
