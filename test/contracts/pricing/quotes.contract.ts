import { beforeEach, describe, expect, test } from "vitest";
import type { FeeReads } from "../../../src/application/pricing/ports/fee-reads.js";
import type { PriceDelivery } from "../../../src/application/pricing/ports/price-delivery.js";
import type { PriceHistory } from "../../../src/application/pricing/ports/price-history.js";
import type { ScheduledPriceReads } from "../../../src/application/pricing/ports/scheduled-price-reads.js";
import type { ShopTaxes } from "../../../src/application/pricing/ports/shop-taxes.js";
import type { VatIds } from "../../../src/application/pricing/ports/vat-ids.js";
import { quotePreview } from "../../../src/application/pricing/quotes/quote-preview.js";
import type { QuoteRequest } from "../../../src/application/pricing/quotes/quote-request.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { taxRateCreate } from "../../../src/application/pricing/taxes/tax-rate-create.js";
import { taxZoneCreate } from "../../../src/application/pricing/taxes/tax-zone-create.js";
import { customerGroupCreate } from "../../../src/application/pricing/customer-groups/customer-group-create.js";
import { feeCreate } from "../../../src/application/pricing/fees/fee-create.js";
import { deliveryOptionCreate } from "../../../src/application/delivery/options/delivery-option-create.js";
import { deliveryZoneCreate } from "../../../src/application/delivery/zones/delivery-zone-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import type { EditStores } from "../../../src/application/catalog/product-edit/lock-products.js";
import type { OptionStores } from "../../../src/application/delivery/options/references-of.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { variantId } from "../../builders/product-content.js";
import { made, marketShop, type MarketsSubject } from "./market-shop.js";

export interface QuotesSubject extends MarketsSubject {
  readonly unitOfWork: UnitOfWork<EditStores & OptionStores & IdempotencyStores>;
  readonly shopTaxes: ShopTaxes;
  readonly vatIds: VatIds;
  readonly feeReads: FeeReads;
  readonly priceDelivery: PriceDelivery;
  readonly priceHistory: PriceHistory;
  readonly scheduledPriceReads: ScheduledPriceReads;
}

/** 10.00 EUR; 20.00 EUR; no price. */
const [MUG, SMALL, UNPRICED] = [variantId(10), variantId(20), variantId(30)];

/** Quotes on the prices and taxes that a store has. */
export const quotesContract = (name: string, open: () => Promise<QuotesSubject>): void => {
  describe(`quotes: ${name}`, () => {
    let subject: QuotesSubject;
    const shop = marketShop(async () => (subject = await open()));
    const { needs, list, set, market } = shop;
    const deliveryNeeds = () => ({ ...needs(), unitOfWork: subject.unitOfWork });
    const preview = (request: Omit<QuoteRequest, "lines"> & { lines?: QuoteRequest["lines"] }) =>
      quotePreview({ ...needs(), ...subject, markets: { all: subject.readMarkets } })(
        { lines: [{ variantId: MUG, quantity: 3 }], ...request },
        OPERATOR,
      );
    const totals = async (request: Parameters<typeof preview>[0]) => {
      const { net, tax, gross, total } = (await preview(request)).quote.totals;
      return [net, tax, gross, total].map((money) => money.toDecimal());
    };
    const codesOf = (request: Parameters<typeof preview>[0]) =>
      preview(request).then(
        () => [],
        (error: unknown) => errorsOf(error).map(({ code, path }) => [code, ...path].join(" ")),
      );
    const setTaxes = async (): Promise<void> => {
      const change = needs();
      for (const key of ["standard", "books"])
        made(await taxCategoryCreate(change)({ taxCategory: { key } }, OPERATOR));
      for (const [key, country] of [
        ["de", "DE"],
        ["at", "AT"],
      ] as const)
        made(await taxZoneCreate(change)({ taxZone: { key, areas: [{ country }] } }, OPERATOR));
      for (const [zone, category, percentage] of [
        ["de", "standard", "19"],
        ["de", "books", "7"],
        ["at", "standard", "20"],
      ] as const)
        made(
          await taxRateCreate(change)(
            { taxRate: { zone, category, tax: "VAT", percentage } },
            OPERATOR,
          ),
        );
    };
    const changeMarket = async (
      changes: Parameters<ReturnType<typeof marketUpdate>>[0]["changes"],
    ): Promise<void> => {
      const [first] = await subject.readMarkets();
      made(await marketUpdate(needs())({ id: first?.id ?? "", changes }, OPERATOR));
    };

    test("a shop without taxes adds none: net, gross and price are the same", async () => {
      expect(await totals({})).toEqual(["30.00", "0.00", "30.00", "30.00"]);
      expect(
        await totals({ buyer: { address: { country: "DE" }, exemption: { reason: "Diplomat" } } }),
      ).toEqual(["30.00", "0.00", "30.00", "30.00"]);
    });

    describe("with taxes", () => {
      beforeEach(setTaxes);

      test("an included tax is taken out of the price, by the zone of the buyer", async () => {
        expect(await totals({ buyer: { address: { country: "DE" } } })).toEqual([
          "25.21",
          "4.79",
          "30.00",
          "30.00",
        ]);
        expect(await totals({ buyer: { address: { country: "AT" } } })).toEqual([
          "25.00",
          "5.00",
          "30.00",
          "30.00",
        ]);
      });

      test("the first country of the market counts before an address is known, and for who owes none", async () => {
        expect(await totals({})).toEqual(["30.00", "0.00", "30.00", "30.00"]);
        await changeMarket({ countries: ["DE"] });
        expect(await totals({})).toEqual(["25.21", "4.79", "30.00", "30.00"]);
        expect(await totals({ buyer: { exemption: { reason: "Diplomat" } } })).toEqual([
          "25.21",
          "0.00",
          "25.21",
          "25.21",
        ]);
        await changeMarket({ domesticAddress: { country: "AT" } });
        expect(await totals({})).toEqual(["25.00", "5.00", "30.00", "30.00"]);
      });

      test("a market without tax in its prices adds it, and rounds what is paid", async () => {
        await changeMarket({
          pricesIncludeTax: false,
          taxRounding: { per: "UNIT", mode: "DOWN" },
          payableRoundings: [{ paymentMethod: "cash", increment: "0.50" }],
        });
        expect(
          await totals({ buyer: { address: { country: "DE" }, paymentMethod: "cash" } }),
        ).toEqual(["30.00", "5.70", "35.70", "35.50"]);
      });

      test("delivery and fees are taxed by their categories", async () => {
        const { quote } = await preview({
          delivery: [{ amount: "5.35", reason: "Books by post", taxCategory: "Books" }],
          fees: [
            { amount: "2.00", reason: "Deposit", taxable: false },
            { amount: "1.19", reason: "Gift wrap" },
          ],
          discounts: [{ amount: "3.00", reason: "Three for less", lines: [0] }],
          buyer: { address: { country: "DE" } },
        });

        expect(quote.delivery.map(({ tax }) => tax.toDecimal())).toEqual(["0.35"]);
        expect(quote.fees.map(({ tax }) => tax.toDecimal())).toEqual(["0.00", "0.19"]);
        expect(quote.lines[0]?.gross.toDecimal()).toBe("27.00");
        expect(quote.totals.total.toDecimal()).toBe("35.54");
        expect(quote.breakdown.reduce((sum, { amount }) => sum + amount.minorUnits, 0)).toBe(3554);
      });

      test("rates count at the moment of the quote", async () => {
        made(
          await taxRateCreate(needs())(
            {
              taxRate: {
                zone: "de",
                category: "standard",
                tax: "Levy",
                percentage: "1",
                from: new Date("2030-01-01T00:00:00Z"),
              },
            },
            OPERATOR,
          ),
        );
        const at = async (text: string) =>
          (
            await preview({ asOf: new Date(text), buyer: { address: { country: "DE" } } })
          ).quote.taxes.map(({ tax }) => tax);

        expect(await at("2029-12-31T23:59:59.999Z")).toEqual(["VAT"]);
        expect(await at("2030-01-01T00:00:00.000Z")).toEqual(["Levy", "VAT"]);
      });
    });

    test("prices come from the price list of the market, and otherwise from the variant", async () => {
      const id = await list("europe", "EUR");
      await set(id, [{ variantId: MUG, price: "9.00", compareAtPrice: "12.00" }]);
      made(await market({ key: "eu", priceListId: id }));
      const { quote } = await preview({
        market: "eu",
        lines: [
          { variantId: MUG, quantity: 2 },
          { variantId: SMALL, quantity: 1 },
        ],
      });

      expect(
        quote.lines.map(({ priceList, unitPrice, compareAt, gross }) => [
          priceList,
          unitPrice.toDecimal(),
          compareAt?.toDecimal(),
          gross.toDecimal(),
        ]),
      ).toEqual([
        ["europe", "9.00", "12.00", "18.00"],
        [null, "20.00", "25.00", "20.00"],
      ]);
    });

    test("a customer group has its own price list, with quantity breaks that the steps name", async () => {
      made(await customerGroupCreate(needs())({ customerGroup: { key: "trade" } }, OPERATOR));
      const [group] = await subject.customerGroupReads.all();
      const { priceListId } = made(
        await priceListCreate(needs())(
          { priceList: { key: "trade", customerGroupId: group?.id ?? "" } },
          OPERATOR,
        ),
      );
      made(
        await priceListPricesSet(needs())(
          {
            priceListId,
            items: [
              { variantId: MUG, price: "9.00" },
              { variantId: MUG, minQuantity: 3, price: "8.00" },
            ],
          },
          OPERATOR,
        ),
      );

      expect(await totals({})).toEqual(["30.00", "0.00", "30.00", "30.00"]);
      const { quote } = await preview({ buyer: { customerGroup: "trade" } });
      expect(
        quote.lines[0]?.breakdown.map(({ kind, amount, facts }) => [
          kind,
          amount.toDecimal(),
          facts,
        ]),
      ).toEqual([
        ["PRICE", "27.00", { priceList: "trade" }],
        ["QUANTITY_BREAK", "-3.00", { priceList: "trade", minimumQuantity: 3 }],
      ]);
    });

    test("a delivery option is priced for the lines and the address, with its own tax category", async () => {
      await setTaxes();
      const zone = { key: "de", areas: [{ country: "DE" }] };
      const created = await deliveryZoneCreate(deliveryNeeds())({ zone }, OPERATOR);
      const { deliveryOptionId } = made(
        await deliveryOptionCreate(deliveryNeeds())(
          {
            option: {
              key: "parcel",
              kind: "BY_SUBTOTAL",
              name: "Parcel",
              zoneIds: [made(created).deliveryZoneId],
              taxCategory: "books",
              rates: [
                {
                  currency: "EUR",
                  steps: [
                    { from: "0", upTo: "29.99", price: "9.00" },
                    { from: "30", price: "5.35" },
                  ],
                },
              ],
            },
          },
          OPERATOR,
        ),
      );
      const buyer = { address: { country: "DE" } };
      for (const deliveryOption of ["parcel", deliveryOptionId]) {
        const { quote } = await preview({ deliveryOption, buyer });
        expect(
          quote.delivery.map(({ gross, tax, breakdown }) => [
            gross.toDecimal(),
            tax.toDecimal(),
            breakdown[0]?.reason,
          ]),
        ).toEqual([["5.35", "0.35", "Parcel"]]);
      }
      const two = await preview({
        deliveryOption: "parcel",
        buyer,
        lines: [{ variantId: MUG, quantity: 2 }],
      });
      expect(two.quote.totals.delivery.toDecimal()).toBe("9.00");
    });

    test("a delivery option that has no price for the quote is refused with the reason", async () => {
      const option = (key: string, more: object) =>
        deliveryOptionCreate(deliveryNeeds())({ option: { key, kind: "FLAT", ...more } }, OPERATOR);
      const rates = [{ currency: "EUR", price: "1" }];
      made(await option("off", { rates, isActive: false }));
      made(await option("express", { kind: "CARRIER", carrier: { carrier: "dhl", service: "x" } }));

      expect(await codesOf({ deliveryOption: "none" })).toEqual([
        "DELIVERY_OPTION_NOT_FOUND deliveryOption",
      ]);
      expect(await codesOf({ deliveryOption: "express" })).toEqual([
        "PRICED_IN_CART deliveryOption",
      ]);
      await expect(preview({ deliveryOption: "off" })).rejects.toMatchObject({
        code: "DELIVERY_NOT_ELIGIBLE",
        reason: "INACTIVE",
        path: ["deliveryOption"],
      });
      await expect(preview({ deliveryOption: "off", lines: [] })).rejects.toMatchObject({
        reason: "NOTHING_TO_SEND",
      });
    });

    test("fees of the shop are charged when they are asked for, on small orders by themselves", async () => {
      for (const fee of [
        {
          key: "wrap",
          kind: "GIFT_WRAP",
          per: "UNIT",
          amounts: [{ currency: "EUR", amount: "1.00" }],
        },
        {
          key: "small",
          kind: "SMALL_ORDER",
          amounts: [{ currency: "EUR", amount: "2.50", below: "30.00" }],
        },
      ] as const)
        made(await feeCreate(needs())({ fee }, OPERATOR));
      const fees = async (quantity: number, feeKeys: readonly string[] = []) =>
        (await preview({ lines: [{ variantId: MUG, quantity }], feeKeys })).quote.fees.map(
          ({ gross }) => gross.toDecimal(),
        );

      expect([await fees(2), await fees(3), await fees(2, ["wrap"])]).toEqual([
        ["2.50"],
        [],
        ["2.00", "2.50"],
      ]);
      expect(await codesOf({ feeKeys: ["wrap", "none"] })).toEqual(["FEE_NOT_FOUND feeKeys 1"]);
    });

    test("a cart that cannot be priced is refused, with everything that is wrong", async () => {
      expect(
        await codesOf({
          lines: [
            { variantId: "x", quantity: 0 },
            { variantId: MUG, quantity: 1.5 },
          ],
          discounts: [{ amount: "-1", reason: " ", lines: [1, 2] }],
          delivery: [{ amount: "1.001", reason: "Post", taxCategory: "none" }],
          buyer: { address: { country: "XX", region: "#" }, exemption: { reason: "" } },
        }),
      ).toEqual([
        "VARIANT_NOT_FOUND lines 0 variantId",
        "INVALID_QUANTITY lines 0 quantity",
        "INVALID_QUANTITY lines 1 quantity",
        "QUOTE_LINE_NOT_FOUND discounts 0 lines 1",
        "NEGATIVE_PRICE discounts 0 amount",
        "INVALID_TEXT discounts 0 reason",
        "TAX_CATEGORY_NOT_FOUND delivery 0 taxCategory",
        "INVALID_AMOUNT delivery 0 amount",
        "UNKNOWN_COUNTRY buyer address country",
        "INVALID_REGION buyer address region",
        "INVALID_TEXT buyer exemption reason",
      ]);
      expect(
        await codesOf({ buyer: { exemption: { reason: "Reverse charge", vatId: "DE1" } } }),
      ).toEqual(["INVALID_VAT_ID buyer exemption vatId"]);
      expect(await codesOf({ buyer: { customerGroup: "none" } })).toEqual([
        "CUSTOMER_GROUP_NOT_FOUND buyer customerGroup",
      ]);
      expect(await codesOf({ market: "none" })).toEqual(["MARKET_NOT_FOUND market"]);
      expect(
        await codesOf({
          lines: [
            { variantId: variantId(999), quantity: 1 },
            { variantId: MUG, quantity: 1 },
          ],
        }),
      ).toEqual(["VARIANT_NOT_FOUND lines 0 variantId"]);
      expect(await codesOf({ lines: [{ variantId: UNPRICED, quantity: 1 }] })).toEqual([
        "LINE_WITHOUT_PRICE lines 0",
      ]);
    });

    test("prices too large to be exact are refused", async () => {
      const id = await list("dear", "EUR");
      await set(id, [{ variantId: MUG, price: "90000000000.00" }]);
      made(await market({ key: "dear", priceListId: id }));

      expect(
        await codesOf({ market: "dear", lines: [{ variantId: MUG, quantity: 1_000_000 }] }),
      ).toEqual(["QUOTE_TOO_LARGE lines"]);
      expect(await codesOf({ market: "dear", lines: [{ variantId: MUG, quantity: 100 }] })).toEqual(
        [],
      );
    });
  });
};
