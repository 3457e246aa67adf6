import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PricesAndStock } from "../../../src/application/catalog/ports/prices-and-stock.js";
import { locationCreate } from "../../../src/application/inventory/locations/location-create.js";
import { locationUpdate } from "../../../src/application/inventory/locations/location-update.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import { marketCreate } from "../../../src/application/pricing/markets/market-create.js";
import type { Markets } from "../../../src/application/pricing/ports/markets.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { made } from "../pricing/market-shop.js";
import { BERLIN, cartShop, changed, MUG, type CartShop, type CartsSubject } from "./cart-shop.js";

export interface ServingSubject extends CartsSubject {
  readonly pricesAndStock: PricesAndStock;
  readonly markets: Markets;
}

/** The units that buyers see where locations serve some markets and countries only, in every store. */
export const servingLocationsContract = (
  name: string,
  open: () => Promise<ServingSubject>,
): void => {
  describe(`locations that serve some buyers: ${name}`, () => {
    let subject: ServingSubject;
    let shop: CartShop;
    let swiss: string;
    let outlet: string;
    const viewerIn = async (market: string | null) => {
      const request = { market, locale: null };
      const { shoppingContext } = await chooseMarket({
        markets: subject.markets,
        clock: shop.needs.clock,
      })(request, GUEST);
      return { ...GUEST, shoppingContext };
    };
    /** The mugs on the product page of a market. */
    const onPage = async (market: string | null) => {
      const { shoppingContext } = await viewerIn(market);
      const found = await subject.pricesAndStock.byVariant(
        [MUG],
        new Set(["available"]),
        shoppingContext,
      );
      return found.get(MUG)?.available;
    };
    const cartIn = async (market: string | null, more: object = {}) => {
      const lines = [{ variantId: MUG, quantity: 1 }];
      return changed(await shop.checkout.cartCreate({ lines, ...more }, await viewerIn(market)));
    };
    const inCart = async (market: string | null, more: object = {}) =>
      (await cartIn(market, more)).lines[0]?.available;
    const serve = async (location: string, changes: object) =>
      made(await locationUpdate(shop.needs)({ id: location, changes }, OPERATOR));

    beforeEach(async () => {
      subject = await open();
      shop = await cartShop(subject);
      const market = { key: "ch", countries: ["CH"] };
      swiss = made(await marketCreate(shop.needs)({ market }, OPERATOR)).marketId;
      const location = { key: "outlet", marketIds: [swiss] };
      outlet = made(await locationCreate(shop.needs)({ location }, OPERATOR)).locationId;
      const counts = [{ variantId: MUG, locationId: outlet, onHand: 3 }];
      made(await stockCount(shop.needs)({ counts }, OPERATOR));
    });
    afterEach(async () => subject.close?.());

    test("product pages and carts have the units of the locations that serve their market", async () => {
      expect([await onPage("ch"), await inCart("ch")]).toEqual([8, 8]);
      expect([await onPage(null), await inCart(null)]).toEqual([5, 5]);
      const [home] = (await subject.markets.all()).filter(({ isDefault }) => isDefault);
      await serve(DEFAULT_LOCATION.id, { marketIds: [home?.id ?? ""] });

      expect([await onPage("ch"), await inCart("ch")]).toEqual([3, 3]);
      const cart = await cartIn("ch");
      const line = cart.cart.content.lines[0]?.id ?? "";
      const more = changed(
        await shop.checkout.cartLinesUpdate(
          { cartId: cart.cart.id, lines: [{ id: line, quantity: 4 }] },
          GUEST,
        ),
      );
      expect(more.requirements[0]).toMatchObject({ code: "INSUFFICIENT_STOCK", available: 3 });
    });

    test("where no location serves a market, nothing of what is counted can be bought", async () => {
      await serve(DEFAULT_LOCATION.id, { marketIds: [swiss] });

      expect([await onPage(null), await inCart(null)]).toEqual([0, 0]);
      expect(await onPage("ch")).toBe(8);
    });

    test("a cart has the units of the locations that send to its address, as its order does", async () => {
      await serve(outlet, { marketIds: [], countries: ["CH"] });

      expect([await onPage(null), await inCart(null)]).toEqual([8, 8]);
      expect(await inCart(null, { shippingAddress: BERLIN })).toBe(5);
      expect(
        await inCart("ch", { shippingAddress: { ...BERLIN, postalCode: "3000", country: "CH" } }),
      ).toBe(8);
    });

    test("a change of a location is seen at once", async () => {
      expect([await onPage(null), await inCart(null)]).toEqual([5, 5]);
      await serve(outlet, { marketIds: [] });
      expect([await onPage(null), await inCart(null)]).toEqual([8, 8]);
    });
  });
};
