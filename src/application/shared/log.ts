/** What may stand in the log beside a message. Anything that could be a secret or a person's data has no place here. */
export interface LogFacts {
  readonly requestId?: string;
  readonly method?: string;
  /** The pattern of the route, never the address that was called. */
  readonly route?: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** The name and type of a GraphQL operation, never its text or variables. */
  readonly operation?: string;
  readonly operationType?: string;
  /** Whether the asker was a guest, the holder of the admin key or the operator. */
  readonly viewer?: string;
  readonly peer?: string;
  /** What the asker would have needed. */
  readonly permission?: string;
  readonly code?: string;
  readonly result?: string;
  readonly mode?: string;
  readonly address?: string;
  readonly database?: string;
  readonly version?: string;
  readonly signal?: string;
  readonly count?: number;
  /** The id of an event, never what it says. */
  readonly event?: string;
  /** The name of who reacts to events. */
  readonly subscriber?: string;
  /** The id of scheduled work. */
  readonly work?: string;
  /** The type of an event, or the kind of work. */
  readonly kind?: string;
  readonly error?: unknown;
}

/** Messages are fixed sentences; what varies goes into the facts. */
export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}
