import { GatewayError } from "../../application/payments/ports/payment-gateway.js";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { Limits } from "../../application/shared/limits.js";
import { CallEnded, type OutsideCalls } from "../../application/shared/outside-calls.js";

/** What gateways need to call their services. */
export interface GatewayCallNeeds {
  readonly calls: OutsideCalls;
  readonly limits: Pick<Limits, "gatewayMs">;
  readonly counters: LimitCounters;
}

/**
 * Calls the service of one payment gateway within limits. All its calls have a key, or only read, or
 * do the same when they are repeated: so all may be sent again.
 */
export class GatewayCalls {
  constructor(
    private readonly gateway: string,
    private readonly needs: GatewayCallNeeds,
  ) {}

  /**
   * @param send throws a GatewayError that tells what became of this one sending; any other error
   *   is one after which the call may have been done
   * @throws GatewayError that tells what became of the call with all its repetitions: when one of
   *   them may have been done, the failure is UNKNOWN until the gateway has refused it
   */
  async call<Answer>(
    send: (signal: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    let mayBeDone = false;
    const once = async (ended: AbortSignal): Promise<Answer> => {
      const before = mayBeDone;
      mayBeDone = true;
      try {
        return await send(ended);
      } catch (error) {
        const failure = this.#failureOf(error);
        if (failure.failure === "NOT_SENT") mayBeDone = before;
        throw failure;
      }
    };
    try {
      return await this.needs.calls.call({
        service: this.gateway,
        deadlineMs: this.needs.limits.gatewayMs,
        send: once,
        mayRepeat: isTrouble,
        isOutage: isTrouble,
        signal,
      });
    } catch (error) {
      throw this.#withOutcome(error, mayBeDone);
    }
  }

  #failureOf(error: unknown): GatewayError {
    if (error instanceof GatewayError) return error;
    return new GatewayError(this.gateway, "UNKNOWN", "unreadable_answer", { cause: error });
  }

  #withOutcome(error: unknown, mayBeDone: boolean): GatewayError {
    const outcome = mayBeDone ? "UNKNOWN" : "NOT_SENT";
    if (error instanceof CallEnded) {
      if (error.end === "TIMED_OUT") this.needs.counters.reached("gatewayMs", this.gateway);
      return new GatewayError(this.gateway, outcome, error.end.toLowerCase(), { cause: error });
    }
    const failure = this.#failureOf(error);
    if (failure.failure === "REFUSED") return failure;
    return new GatewayError(this.gateway, outcome, failure.reason, { cause: failure });
  }
}

const isTrouble = (error: unknown): boolean =>
  !(error instanceof GatewayError) || error.failure !== "REFUSED";
