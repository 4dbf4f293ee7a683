/**
 * The one strict reader of settings and of the body that carries them: RFC 8259 text in, values
 * that know their source text out. No binding to types, no writer: what is stored is the source.
 */
package io.trafficgen.domain.json;
