package io.trafficgen.application.port;

import io.trafficgen.domain.account.Email;

/**
 * A mail in plain text.
 *
 * @param subject one line
 * @param text may hold a secret: only its reader may see it
 */
public record Mail(Email to, String subject, String text) {}
