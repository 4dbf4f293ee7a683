/** Signing up, signing in, who is calling, and what owners and admins change about accounts. */
package io.trafficgen.application.account;
