package io.trafficgen.application.fake;

import io.trafficgen.application.contract.MailedTokensContract;

class InMemoryMailedTokensTest extends AccountPorts implements MailedTokensContract {}
