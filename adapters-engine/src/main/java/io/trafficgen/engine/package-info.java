/**
 * The traffic engine: loads pages with HtmlUnit, fetches proofs, and keeps every connection under
 * the egress policy, the bounds and the bot's identity. What a visit does and when belongs to the
 * domain and to {@code application.visit}; child processes belong to {@code worker}.
 */
package io.trafficgen.engine;
