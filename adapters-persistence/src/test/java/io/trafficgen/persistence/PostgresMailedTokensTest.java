package io.trafficgen.persistence;

import io.trafficgen.application.contract.MailedTokensContract;

class PostgresMailedTokensTest extends PostgresPorts implements MailedTokensContract {}
