import type { CarrierRates } from "../../delivery/ports/carrier-rates.js";
import type { TaxProvider } from "../../pricing/ports/tax-provider.js";
import type { AnswerTimes } from "../../shared/ask-outside.js";
import type { Log } from "../../shared/log.js";
import type { OutsideCalls } from "../../shared/outside-calls.js";

/** The services outside that are asked about carts, before a unit of work and never in a query. */
export interface OutsideServices {
  /** Null: the rates of the shop decide. */
  readonly taxProvider: TaxProvider | null;
  /** Null: options that a carrier prices cannot be chosen. */
  readonly carrierRates: CarrierRates | null;
  readonly calls: OutsideCalls;
  /** Left out: `ANSWER_TIMES`. */
  readonly times?: AnswerTimes;
  /** Where it is told that a service did not answer. */
  readonly log: Log;
}
