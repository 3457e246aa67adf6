import { TooMany } from "../../../domain/catalog/errors.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { placedNow, Problems } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import {
  CHANGE_PRICE,
  changedPrice,
  checkNoCrossing,
  checkScheduleTimes,
  factsOf,
  MOST_SCHEDULED,
  planOf,
  windowOf,
  type PriceChange,
} from "../../pricing/pricing.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { ScheduleStores, WorkId } from "../../shared/schedule.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import { priceWarnings } from "./price-warnings.js";
import type { EditStores } from "../products/take-products.js";
import { takenBy, takeVariants } from "../parts/take-variants.js";

/** Amounts are decimals with a point in the shop's currency. What is left out stays as it is then, null takes it away. */
export interface SchedulePrice {
  readonly variantId: string;
  readonly at: Date;
  /** When the price goes back, unless somebody has set another one by then. */
  readonly until?: Date | null | undefined;
  readonly price: string;
  readonly compareAtPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
}

/** Plain JSON. */
export interface PriceScheduled {
  readonly variantId: VariantId;
  readonly scheduledPriceId: WorkId;
  readonly warnings: readonly Warning[];
}

interface Needs {
  readonly ids: Ids;
  /** In which all prices of the shop are (ISO 4217). */
  readonly currency: string;
}

/** Plans what a variant will cost from a time on, for good or for a while. */
export const schedulePrice = change(
  mayWriteCatalog,
  async (
    command: SchedulePrice,
    { stores, now }: Work<EditStores & ScheduleStores>,
    { ids, currency }: Needs,
  ): Promise<PriceScheduled> => {
    const { variantId, taken } = takenBy(
      await takeVariants(stores, [command.variantId]),
      command.variantId,
      ["variantId"],
    );
    const [id, dueAt, until] = [ids.next("work"), command.at, command.until ?? null];
    const pending = await stores.schedule.ofSubject(CHANGE_PRICE, [variantId]);
    const problems = new Problems();
    const windows = pending.flatMap(
      (one) => windowOf({ at: one.dueAt, plan: planOf(one.facts) }) ?? [],
    );
    problems.attempt(() => checkScheduleTimes({ at: dueAt, until }, now));
    problems.attempt(() => checkNoCrossing({ at: dueAt, until }, windows));
    const planned = problems.attempt(() =>
      placedNow(asWritten, () => priceChange(command, currency)),
    );
    // As if it were to be changed now: what stays as it is may have changed by then.
    const price =
      planned &&
      problems.attempt(() =>
        placedNow(asWritten, () =>
          changedPrice(variantId, taken.prices.get(variantId) ?? null, planned),
        ),
      );
    if (pending.length >= MOST_SCHEDULED)
      problems.add(
        new TooMany(
          "price changes to come of one variant",
          pending.length + 1,
          MOST_SCHEDULED,
        ).within(["variantId"]),
      );
    problems.throwIfAny();
    await stores.schedule.plan(
      planned
        ? [
            {
              id,
              kind: CHANGE_PRICE,
              subject: variantId,
              dueAt,
              facts: factsOf({ does: "change", change: planned, until }),
            },
          ]
        : [],
    );
    return { variantId, scheduledPriceId: id, warnings: price ? priceWarnings(price, []) : [] };
  },
);

/** @throws Refused with InvalidAmount */
const priceChange = (
  { price, compareAtPrice, cost }: SchedulePrice,
  currency: string,
): PriceChange => {
  const problems = new Problems();
  const money = (text: string, figure: keyof PriceChange): Money =>
    problems.attempt(() => Money.parse(text, currency), figure) ?? Money.of(0, currency);
  const next = {
    price: money(price, "price"),
    ...(compareAtPrice !== undefined && {
      compareAt: compareAtPrice === null ? null : money(compareAtPrice, "compareAt"),
    }),
    ...(cost !== undefined && { cost: cost === null ? null : money(cost, "cost") }),
  };
  problems.throwIfAny();
  return next;
};

const asWritten = (path: readonly string[]): readonly string[] =>
  path.map((step) => (step === "compareAt" ? "compareAtPrice" : step));
