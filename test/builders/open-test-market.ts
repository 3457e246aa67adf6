import { priceListCreate } from "../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../src/application/pricing/list-prices/price-list-prices-set.js";
import type { EditStores } from "../../src/application/catalog/product-edit/lock-products.js";
import { marketCreate } from "../../src/application/pricing/markets/market-create.js";
import type { MarketView } from "../../src/application/pricing/ports/markets.js";
import type { PricingStores } from "../../src/application/pricing/ports/pricing-stores.js";
import { openDefaultMarket } from "../../src/application/pricing/pricing.js";
import type { Outcome } from "../../src/application/shared/change.js";
import type { IdempotencyStores } from "../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../src/application/shared/viewer.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { variantId } from "./product-content.js";

/** Opens the default market. */
export const openTestMarket = (
  unitOfWork: UnitOfWork<Pick<PricingStores, "markets">>,
  currency = "EUR",
  locale = "en",
  ids = numberedIds(),
): Promise<MarketView> =>
  openDefaultMarket({ unitOfWork, ids, clock: fixedClock() }, { currency, locale });

/** Opens a market `ch` with a price list `francs` that contains the first variant only. */
export const openSwissMarket = async ({
  unitOfWork,
}: {
  readonly unitOfWork: UnitOfWork<EditStores & IdempotencyStores>;
}): Promise<void> => {
  const needs = { unitOfWork, clock: fixedClock(), ids: numberedIds(700_000), currency: "EUR" };
  const { priceListId } = resultOf(
    await priceListCreate(needs)({ priceList: { key: "francs", currency: "CHF" } }, OPERATOR),
  );
  resultOf(
    await priceListPricesSet(needs)(
      { priceListId, items: [{ variantId: variantId(10), price: "19.50" }] },
      OPERATOR,
    ),
  );
  resultOf(
    await marketCreate(needs)(
      { market: { key: "ch", name: "Switzerland", countries: ["CH"], priceListId } },
      OPERATOR,
    ),
  );
};

/** The result of a change. @throws Error when it was refused */
export const resultOf = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new Error(JSON.stringify(refusals));
  return result;
};
