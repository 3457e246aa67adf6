import { beforeEach } from "vitest";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { customerGroupCreate } from "../../../src/application/pricing/customer-groups/customer-group-create.js";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CustomerGroupId, MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { variantId } from "../../builders/product-content.js";
import { made, type MarketShop } from "./market-shop.js";
import { workOnLists } from "./work-on-lists.js";

export const NOON = new Date("2026-01-01T12:00:00.000Z");
export const ONE = new Date("2026-01-01T13:00:00.000Z");
export const TWO = new Date("2026-01-01T14:00:00.000Z");

/** A shop with a clock, and the work that its workers do. */
export const aimedShop = (shop: MarketShop) => {
  let now = NOON;
  beforeEach(() => {
    now = NOON;
  });
  const clock = { now: () => now };
  const needs = () => ({ ...shop.needs(), clock });

  const list = async (
    input: Parameters<ReturnType<typeof priceListCreate>>[0]["priceList"],
  ): Promise<PriceListId> =>
    made(await priceListCreate(needs())({ priceList: input }, OPERATOR)).priceListId;
  const market = async (key: string, priceListId: string | null): Promise<MarketId> =>
    made(await shop.market({ key, priceListId })).marketId;
  const group = async (key: string): Promise<CustomerGroupId> =>
    made(await customerGroupCreate(needs())({ customerGroup: { key } }, OPERATOR)).customerGroupId;

  const work = (): Promise<void> => workOnLists(shop.subject, needs());

  const contextAt = async (key: string) =>
    (
      await chooseMarket({ markets: { all: shop.subject.readMarkets }, clock })(
        { market: key, locale: null },
        GUEST,
      )
    ).shoppingContext;
  /** The price of a variant and the price range of its product, as the shop shows them now. */
  const shown = async (key: string, variant: number, product = Math.floor(variant / 10)) => {
    const shoppingContext = await contextAt(key);
    const offers = await shop.subject.pricesAndStock.byVariant(
      [variantId(variant)],
      new Set(["price"]),
      shoppingContext,
    );
    const listed = await shop.listed({ sees: "everything", shoppingContext });
    return [
      offers.get(variantId(variant))?.price?.toDecimal() ?? null,
      listed.find(([number]) => number === product)?.[1] ?? null,
    ];
  };

  return {
    clock,
    at: (moment: Date): void => {
      now = moment;
    },
    needs,
    list,
    market,
    group,
    work,
    contextAt,
    shown,
  };
};
