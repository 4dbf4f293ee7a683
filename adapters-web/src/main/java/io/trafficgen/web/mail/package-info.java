/** Ways to send a mail. What mails say is {@code io.trafficgen.application.account}'s matter. */
package io.trafficgen.web.mail;
