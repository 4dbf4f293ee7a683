/**
 * The settings of a project: the document exactly as it was saved, the typed view of it, with one
 * small parser per field that has rules of its own, and the account of what becomes of each field.
 * What a visit makes of them is elsewhere.
 */
package io.trafficgen.domain.settings;
