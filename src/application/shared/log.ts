/** The facts of a log message. Secrets and personal data must not be added. */
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
  /** The kind of viewer: guest, holder of the admin key, or operator. */
  readonly viewer?: string;
  readonly peer?: string;
  /** The permission that the viewer lacks. */
  readonly permission?: string;
  readonly code?: string;
  readonly result?: string;
  readonly mode?: string;
  readonly address?: string;
  /** The origin of a page. */
  readonly origin?: string;
  /** The name of a header, never its value. */
  readonly header?: string;
  readonly database?: string;
  /** The path of a file or folder on the machine of the operator. */
  readonly file?: string;
  readonly version?: string;
  readonly signal?: string;
  readonly count?: number;
  /** The name of a limit that was reached. */
  readonly limit?: string;
  /** The number of clients that reached it. */
  readonly clients?: number;
  /** How often the client in `peer` reached it, more often than any other. */
  readonly most?: number;
  /** The id of an event, never its facts. */
  readonly event?: string;
  /** The name of a subscriber. */
  readonly subscriber?: string;
  /** The id of scheduled work. */
  readonly work?: string;
  /** The name of a service outside, such as a payment gateway. */
  readonly service?: string;
  /** The type of an event, or the kind of work. */
  readonly kind?: string;
  readonly error?: unknown;
}

/** Messages are fixed sentences; variable parts are facts. */
export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}
