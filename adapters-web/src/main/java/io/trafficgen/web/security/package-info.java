/**
 * What keeps strangers out: hashes of passwords, signed session tokens, headers that bind browsers.
 * Who may do what is decided in {@code io.trafficgen.web.Access} and in the use cases.
 */
package io.trafficgen.web.security;
