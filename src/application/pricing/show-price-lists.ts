import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { mayReadCatalog } from "../shared/viewer.js";
import type { PriceListReads } from "./ports.js";

const read = <Command, Result>(
  look: (command: Command, reads: PriceListReads) => Promise<Result>,
) =>
  useCase(
    mayReadCatalog,
    ({ priceListReads }: { readonly priceListReads: PriceListReads }) =>
      (command: Command) =>
        look(command, priceListReads),
  );

/** What variants cost in which price list: for staff. */
export const showPriceLists = {
  all: read((_: object, reads) => reads.all()),
  prices: read(
    ({ priceList, page }: { readonly priceList: PriceListId; readonly page: PageRequest }, reads) =>
      reads.prices(priceList, page),
  ),
  countPrices: read((priceList: PriceListId, reads) => reads.countPrices(priceList)),
  pricesOfVariants: read((ids: readonly VariantId[], reads) => reads.pricesOfVariants(ids)),
};
