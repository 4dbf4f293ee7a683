package io.trafficgen.web.shape;

/**
 * How a receiver of a project's notices knows them for ours.
 *
 * @param secret of Standard Webhooks 1.0.0: {@code whsec_} and base64
 */
public record NoticeSecretJson(String secret) {}
