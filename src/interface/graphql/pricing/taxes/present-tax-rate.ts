import type { TaxRateView } from "../../../../application/pricing/ports/tax-reads.js";
import { percentage } from "../../../../domain/pricing/tax/percentage.js";

export const presentTaxRate = ({
  zone: zoneKey,
  category: categoryKey,
  partsPerMillion,
  ...view
}: TaxRateView): TaxRateSource => ({
  ...view,
  zoneKey,
  categoryKey,
  percentage: percentage(partsPerMillion),
});

/** What a tax rate is answered from. */
export interface TaxRateSource extends Omit<TaxRateView, "zone" | "category" | "partsPerMillion"> {
  readonly zoneKey: string;
  readonly categoryKey: string;
  readonly percentage: string;
}
