package io.trafficgen.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.trafficgen.application.operations.AnswerOnce;
import io.trafficgen.web.security.CorsOrigins;
import io.trafficgen.web.security.RateLimits;
import io.trafficgen.web.security.TrustedProxies;

/**
 * What stands around all routes, so that none has to think of it.
 *
 * @param access who calls
 * @param once answers to repeated requests
 * @param limits how many requests are answered
 * @param proxies whose word on the client's address is believed
 * @param origins whose pages may call the API
 * @param https whether the public address is
 * @param meters where requests are counted and timed
 */
public record Edge(
    Access access,
    AnswerOnce once,
    RateLimits limits,
    TrustedProxies proxies,
    CorsOrigins origins,
    boolean https,
    MeterRegistry meters) {}
