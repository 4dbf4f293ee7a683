/** Signing up, signing in, and who is calling. */
package io.trafficgen.application.account;
