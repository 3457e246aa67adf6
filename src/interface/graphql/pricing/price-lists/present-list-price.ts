import type { ListPriceView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../../domain/pricing/ids.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";

export const presentListPrice = ({
  priceList: priceListId,
  variantId,
  minimumQuantity: minQuantity,
  price,
  compareAt,
}: ListPriceView): ListPriceSource => ({
  priceListId,
  variantId,
  minQuantity,
  price: presentMoney(price),
  compareAtPrice: compareAt && presentMoney(compareAt),
});

/** What a price in a list is answered from. */
export interface ListPriceSource {
  readonly priceListId: PriceListId;
  readonly variantId: VariantId;
  readonly minQuantity: number;
  readonly price: MoneySource;
  readonly compareAtPrice: MoneySource | null;
}
