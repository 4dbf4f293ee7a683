package io.trafficgen.application.account;

import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import java.util.Optional;

/**
 * What somebody writes to sign up.
 *
 * @param affiliateCode as typed; an unknown one never blocks a sign-up
 * @param followedCode of the affiliate's link that was followed first
 * @param invitation as typed; looked at where registration takes one
 * @param address network address
 */
public record SignUp(
    Email email,
    Password password,
    Optional<String> name,
    Optional<String> affiliateCode,
    Optional<String> followedCode,
    Optional<String> invitation,
    String address) {}
