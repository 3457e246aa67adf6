import type { PriceListEdited } from "../../../../application/pricing/price-lists/price-list-create.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { loadPriceList } from "./load-price-list.js";
import { PriceListType } from "./price-list-type.js";

export const priceListPayloads = payloadsOf({
  field: "priceList",
  thing: "price list",
  type: () => PriceListType,
  load: (context, { priceListId }: PriceListEdited) => loadPriceList(context, priceListId),
});
