/** Limits of requests and connections: bytes, milliseconds. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** Until the headers are complete. */
  readonly headersMs: number;
  /** Until the whole request is complete, body included; uploads have more for their size. */
  readonly requestMs: number;
  /** How long an upload may make no progress. */
  readonly uploadIdleMs: number;
  /** The slowest that a whole upload may be. */
  readonly uploadBytesPerSecond: number;
  /** How long a connection may be idle between requests. */
  readonly idleMs: number;
  /** How much is still read of a request that has been answered before its end. */
  readonly unreadBytes: number;
  /** How long it is read. */
  readonly unreadMs: number;
  /** Connections beyond the limit, on which only the health may be asked for. */
  readonly healthConnections: number;
  /** How often the times above are checked. */
  readonly checkEveryMs: number;
}

export const HTTP_LIMITS: HttpLimits = {
  bodyBytes: 256 * 1024,
  headersMs: 10_000,
  requestMs: 15_000,
  uploadIdleMs: 10_000,
  uploadBytesPerSecond: 32 * 1024,
  idleMs: 75_000,
  unreadBytes: 32 * 1024 * 1024,
  unreadMs: 5_000,
  healthConnections: 16,
  checkEveryMs: 1_000,
};
