package io.trafficgen.application.port;

import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an owner changes about an account; what is empty stays.
 *
 * @param contact given the stored details
 */
public record ProfileChange(
    UnaryOperator<ContactDetails> contact,
    Optional<Email> email,
    Optional<PasswordHash> password) {}
