package io.trafficgen.application.fake;

import io.trafficgen.application.contract.AuditLogContract;

class InMemoryAuditLogTest extends AccountPorts implements AuditLogContract {}
