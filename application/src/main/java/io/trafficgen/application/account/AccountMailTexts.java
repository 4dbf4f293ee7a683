package io.trafficgen.application.account;

import io.trafficgen.application.port.Mail;
import io.trafficgen.domain.account.Email;

/**
 * What mails about accounts say. Nothing in them was written by a stranger, and tokens stand behind
 * {@code #}, which browsers keep to themselves: no log of a proxy has them.
 */
record AccountMailTexts(String baseUrl) {
  Mail confirmEmail(Email to, String token) {
    return new Mail(
        to,
        "Confirm your e-mail address",
        """
        Somebody, most likely you, uses this address for an account at %s.

        Confirm it within 24 hours:
        %s/#verify-email=%s

        Or send the token to POST /api/auth/verify-email:
        %s

        If it was not you, do nothing.
        """
            .formatted(baseUrl, baseUrl, token, token));
  }

  Mail resetPassword(Email to, String token) {
    return new Mail(
        to,
        "Choose a new password",
        """
        Somebody, most likely you, forgot the password of your account at %s.

        Choose a new one within an hour:
        %s/#reset-password=%s

        Or send the token and the password to POST /api/auth/reset-password:
        %s

        If it was not you, do nothing: your password stays as it is.
        """
            .formatted(baseUrl, baseUrl, token, token));
  }

  Mail invitation(Email to, String code) {
    return new Mail(
        to,
        "You are invited",
        """
        You are invited to open an account at %s within 7 days:
        %s/#invitation=%s

        Or send this as "invitation" to POST /api/auth/register:
        %s
        """
            .formatted(baseUrl, baseUrl, code, code));
  }

  Mail notice(Email to, String change) {
    return new Mail(
        to,
        "Your account was changed",
        """
        At %s, %s.

        If it was not you, ask for a new password now and tell whoever runs the service.
        """
            .formatted(baseUrl, change));
  }
}
