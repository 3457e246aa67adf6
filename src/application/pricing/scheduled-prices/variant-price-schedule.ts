import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { changedPrice, type PriceChange } from "../../../domain/pricing/price-change.js";
import {
  checkNoPartialOverlap,
  checkScheduleTimes,
  MAX_PENDING_CHANGES,
} from "../../../domain/pricing/schedule-times.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { ScheduleStores, WorkId } from "../../shared/schedule.js";
import type { Warning } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { priceWarnings } from "../prices/price-warnings.js";
import { toPricePath } from "../prices/to-price-path.js";
import { CHANGE_PRICE, factsOf, planOf, windowOf } from "./price-plan.js";

/**
 * Amounts are decimals with a point in the shop's currency. A field that is left out keeps its
 * value at that time, null removes it.
 */
export interface VariantPriceSchedule {
  readonly variantId: string;
  readonly at: Date;
  /** When the old price returns, unless the price was edited since the start. */
  readonly until?: Date | null | undefined;
  readonly price: string;
  readonly compareAtPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
}

/** The result of a scheduled price. Plain JSON. */
export interface PriceScheduled {
  readonly variantId: VariantId;
  readonly scheduledPriceId: WorkId;
  readonly warnings: readonly Warning[];
}

/** Schedules a price of a variant, with or without an end. */
export const variantPriceSchedule = change(
  mayWritePricing,
  async (
    command: VariantPriceSchedule,
    { stores, now }: Work<Pick<PricingStores, "prices"> & ScheduleStores>,
    { ids, currency }: { readonly ids: Ids; readonly currency: string },
  ): Promise<PriceScheduled> => {
    const variantId = parseId("variant", command.variantId);
    // Locked, so that plans for one variant are checked against each other.
    const current = variantId && (await stores.prices.lock([variantId])).get(variantId);
    if (!current) throw new VariantNotFound(command.variantId, ["variantId"]);
    const [id, dueAt, until] = [ids.next("work"), command.at, command.until ?? null];
    const pending = await stores.schedule.ofSubjects(CHANGE_PRICE, [variantId]);
    const problems = new Problems();
    const windows = pending.flatMap(
      (one) => windowOf({ at: one.dueAt, plan: planOf(one.facts) }) ?? [],
    );
    problems.collect(() => checkScheduleTimes({ at: dueAt, until }, now));
    problems.collect(() => checkNoPartialOverlap({ at: dueAt, until }, windows));
    const planned = problems.collect(() =>
      withPath(toPricePath, () => priceChange(command, currency)),
    );
    // Checked against the current price, although the fields that are left out may have changed by
    // then.
    const price =
      planned &&
      problems.collect(() =>
        withPath(toPricePath, () => changedPrice(variantId, current.price, planned)),
      );
    if (pending.length >= MAX_PENDING_CHANGES)
      problems.add(
        new TooMany(
          "scheduled price changes of one variant",
          pending.length + 1,
          MAX_PENDING_CHANGES,
        ).prefixPath(["variantId"]),
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
              facts: factsOf({ kind: "change", change: planned, until }),
            },
          ]
        : [],
    );
    return { variantId, scheduledPriceId: id, warnings: price ? priceWarnings(price, []) : [] };
  },
);

/** @throws Refused with InvalidAmount */
const priceChange = (
  { price, compareAtPrice, cost }: VariantPriceSchedule,
  currency: string,
): PriceChange => {
  const problems = new Problems();
  const money = (text: string, field: keyof PriceChange): Money =>
    problems.collect(() => Money.parse(text, currency), field) ?? Money.of(0, currency);
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
