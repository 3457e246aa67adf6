import type { ScheduledPriceView } from "../../../../application/pricing/ports/scheduled-price-reads.js";
import type { WorkId } from "../../../../application/shared/schedule.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";

export const presentScheduledPrice = ({
  change,
  ...view
}: ScheduledPriceView): ScheduledPriceSource => ({
  ...view,
  price: change && presentMoney(change.price),
  compareAtPrice: change?.compareAt ? presentMoney(change.compareAt) : null,
  compareAtPriceStays: change !== null && change.compareAt === undefined,
  cost: change?.cost ? presentMoney(change.cost) : null,
  costStays: change !== null && change.cost === undefined,
});

/** What a planned change of a price is answered from. */
export interface ScheduledPriceSource extends Pick<
  ScheduledPriceView,
  "at" | "until" | "isReturn"
> {
  readonly id: WorkId;
  readonly variantId: VariantId;
  readonly price: MoneySource | null;
  readonly compareAtPrice: MoneySource | null;
  readonly compareAtPriceStays: boolean;
  readonly cost: MoneySource | null;
  readonly costStays: boolean;
}
