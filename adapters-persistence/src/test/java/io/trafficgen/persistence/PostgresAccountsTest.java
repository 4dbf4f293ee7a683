package io.trafficgen.persistence;

import io.trafficgen.application.contract.AccountsContract;

class PostgresAccountsTest extends PostgresPorts implements AccountsContract {}
