import type { LimitName } from "../../../application/shared/limits.js";

/** A request is sent away before it is worked on. The same request may be sent again. */
export class RequestRefused extends Error {
  constructor(
    readonly limit: LimitName,
    /** Whether the client itself is the reason, or everybody together. */
    readonly by: "client" | "everybody",
    readonly retryAfterMs = 1_000,
  ) {
    super(
      by === "client"
        ? `This client has sent too many requests. Send it again in ${Math.ceil(retryAfterMs / 1_000)} s.`
        : "The shop is busy. Try again shortly.",
    );
    this.name = "RequestRefused";
  }

  /** How it is answered. */
  get httpError(): HttpRefusal {
    const { message, retryAfterMs } = this;
    return this.by === "client"
      ? { status: 429, code: "RATE_LIMITED", message, retryAfterMs }
      : { status: 503, code: "SERVICE_UNAVAILABLE", message, retryAfterMs };
  }
}

interface HttpRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number;
}
