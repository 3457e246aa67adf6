import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadPricing } from "../ports/permissions.js";
import type { PriceListReads } from "../ports/price-list-reads.js";

const reading = <Command, Result>(
  read: (command: Command, reads: PriceListReads) => Promise<Result>,
) =>
  useCase(
    mayReadPricing,
    ({ priceListReads }: { readonly priceListReads: PriceListReads }) =>
      (command: Command) =>
        read(command, priceListReads),
  );

/** The price lists and their prices. Staff only. */
export const readPriceLists = {
  all: reading((_: object, reads) => reads.all()),
  prices: reading(
    ({ priceList, page }: { readonly priceList: PriceListId; readonly page: PageRequest }, reads) =>
      reads.prices(priceList, page),
  ),
  countPrices: reading((priceList: PriceListId, reads) => reads.countPrices(priceList)),
  pricesOfVariants: reading((ids: readonly VariantId[], reads) => reads.pricesOfVariants(ids)),
};
