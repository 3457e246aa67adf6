import { createPriceList } from "../../src/application/catalog/offers/price-list-life.js";
import { setListPrices } from "../../src/application/catalog/offers/set-list-prices.js";
import type { EditStores } from "../../src/application/catalog/products/take-products.js";
import { createMarket } from "../../src/application/pricing/markets/create-market.js";
import { openDefaultMarket } from "../../src/application/pricing/pricing.js";
import type { IdempotencyStores } from "../../src/application/shared/idempotency.js";
import type { MarketView, PricingStores } from "../../src/application/pricing/ports.js";
import type { Outcome } from "../../src/application/shared/change.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../src/application/shared/viewer.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { variantId } from "./product-content.js";

/** Opens the default market, as opening the shop does. */
export const openForBusiness = (
  unitOfWork: UnitOfWork<Pick<PricingStores, "markets">>,
  currency = "EUR",
  locale = "en",
  ids = numberedIds(),
): Promise<MarketView> =>
  openDefaultMarket({ unitOfWork, ids, clock: fixedClock() }, { currency, locale });

/** Opens a market `ch` in francs, at a price list `francs` that knows the first variant only. */
export const openSwissMarket = async ({
  unitOfWork,
}: {
  readonly unitOfWork: UnitOfWork<EditStores & IdempotencyStores>;
}): Promise<void> => {
  const needs = { unitOfWork, clock: fixedClock(), ids: numberedIds(700_000), currency: "EUR" };
  const { priceListId } = done(
    await createPriceList(needs)({ priceList: { key: "francs", currency: "CHF" } }, OPERATOR),
  );
  done(
    await setListPrices(needs)(
      { priceListId, items: [{ variantId: variantId(10), price: "19.50" }] },
      OPERATOR,
    ),
  );
  done(
    await createMarket(needs)(
      { market: { key: "ch", name: "Switzerland", countries: ["CH"], priceListId } },
      OPERATOR,
    ),
  );
};

/** What a change has come to. @throws Error where it was refused */
export const done = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new Error(JSON.stringify(refusals));
  return result;
};
