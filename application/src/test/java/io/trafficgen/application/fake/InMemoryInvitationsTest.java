package io.trafficgen.application.fake;

import io.trafficgen.application.contract.InvitationsContract;

class InMemoryInvitationsTest extends AccountPorts implements InvitationsContract {}
