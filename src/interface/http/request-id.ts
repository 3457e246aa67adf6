import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/**
 * The id of a request: that of the client or the proxy before it, so that their logs and this one
 * can be joined, or a new one. Repeated headers arrive joined by a comma, which no id has.
 */
export const requestIdOf = ({ "x-request-id": sent }: IncomingHttpHeaders): string =>
  typeof sent === "string" && REQUEST_ID.test(sent) ? sent : randomUUID();

const REQUEST_ID = /^[A-Za-z0-9._:+/=@-]{8,128}$/;

interface TraceFacts {
  readonly traceId?: string;
  /** The step of the trace that sent the request. */
  readonly parentId?: string;
}

/** The trace that a request belongs to (W3C Trace Context); nothing when it names none. */
export const traceOf = ({ traceparent }: IncomingHttpHeaders): TraceFacts => {
  const [, version, traceId, parentId, more] =
    typeof traceparent === "string" ? (TRACEPARENT.exec(traceparent) ?? []) : [];
  if (traceId === undefined || parentId === undefined) return {};
  // Later versions may add parts; this one has none.
  const isKnown = version !== "ff" && (version !== "00" || more === undefined);
  return isKnown && !NOTHING.test(traceId) && !NOTHING.test(parentId) ? { traceId, parentId } : {};
};

const TRACEPARENT =
  /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-[\x21-\x7e]{0,256})?$/;
const NOTHING = /^0+$/;
