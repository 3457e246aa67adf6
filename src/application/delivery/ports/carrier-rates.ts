import type { ZoneAddress } from "../../../domain/shared/area.js";
import type { Parcel } from "../../../domain/delivery/parcel.js";
import type { CarrierService } from "../../../domain/delivery/option-content.js";
import type { AnswerTerms } from "../../shared/ask-outside.js";

/** What a carrier is asked: plain data, the same question has the same text. */
export interface CarrierQuestion {
  readonly service: CarrierService;
  readonly parcel: Parcel;
  readonly to: ZoneAddress;
  /** ISO 4217. */
  readonly currency: string;
}

/** Asks carriers for prices: slow and outside, so only before a unit of work. */
export interface CarrierRates {
  /**
   * The price in minor units of the currency; null when the carrier does not deliver this.
   * @param signal is aborted when the answer is awaited no longer
   */
  price(question: CarrierQuestion, signal: AbortSignal): Promise<number | null>;
}

/** A price with what it was the answer to, as it is stored with a cart. */
export interface CarrierAnswer extends AnswerTerms<CarrierQuestion> {
  /** Minor units of the currency of the question; null: not delivered. */
  readonly price: number | null;
  /** `FALLBACK` is the price of the option itself, because the carrier did not answer. */
  readonly source: "CARRIER" | "FALLBACK";
}
