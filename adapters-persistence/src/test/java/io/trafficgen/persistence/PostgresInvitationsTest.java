package io.trafficgen.persistence;

import io.trafficgen.application.contract.InvitationsContract;

class PostgresInvitationsTest extends PostgresPorts implements InvitationsContract {}
