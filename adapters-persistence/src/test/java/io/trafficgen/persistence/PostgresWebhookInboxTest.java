package io.trafficgen.persistence;

import io.trafficgen.application.contract.WebhookInboxContract;

class PostgresWebhookInboxTest extends PostgresPorts implements WebhookInboxContract {}
