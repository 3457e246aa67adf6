/** A call to a service outside of the shop, such as a payment gateway or a carrier. */
export interface OutsideCall<Answer> {
  /** Which service. There are few; operators see the name. */
  readonly service: string;
  /** How long the call may take in all, in milliseconds: waiting and repetitions included. */
  readonly deadlineMs: number;
  /**
   * Called again for each repetition.
   * @param signal is aborted when the answer is awaited no longer
   */
  send(signal: AbortSignal): Promise<Answer>;
  /**
   * Whether the call may be sent again after an error. Only for reads, and for calls with a key by
   * which the service knows them again. Left out: never.
   */
  mayRepeat?(error: unknown): boolean;
  /** Whether an error tells that the service is out of order. Left out: always. */
  isOutage?(error: unknown): boolean;
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * LEFT_ALONE: the service has failed too often and is not called for a while. TOO_MANY: too many
 * calls wait for it. TIMED_OUT: the deadline is over. ABORTED: the caller, or the end of the
 * process, has ended the call.
 */
export type CallEnd = "LEFT_ALONE" | "TOO_MANY" | "TIMED_OUT" | "ABORTED";

/** A call that was ended from here, or never sent. */
export class CallEnded extends Error {
  constructor(
    readonly service: string,
    readonly end: CallEnd,
    /** Whether the service may have received the call. */
    readonly wasSent: boolean,
  ) {
    super(`The call to ${service} was ended: ${end}.`);
    this.name = "CallEnded";
  }
}

/** CLOSED: it is called. OPEN: it is left alone. HALF_OPEN: one call tries whether it is back. */
export type ServiceState = "CLOSED" | "OPEN" | "HALF_OPEN";

/** How a service outside is doing, as this process has seen it. */
export interface ServiceHealth {
  readonly service: string;
  readonly state: ServiceState;
  readonly since: Date;
  /** Calls that are running, and calls that wait for those. */
  readonly running: number;
  readonly waiting: number;
}

/** Calls services outside of the shop within the same limits for each. */
export interface OutsideCalls {
  /** @throws CallEnded, or what `send` has thrown at last */
  call<Answer>(call: OutsideCall<Answer>): Promise<Answer>;
}
