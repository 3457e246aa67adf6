import { checkoutContext, type CheckoutNeeds } from "../../../src/application/checkout/checkout.js";
import { CartChanged } from "../../../src/application/checkout/carts/cart-changed.js";
import type { CartView } from "../../../src/application/checkout/carts/cart-view.js";
import type { SubmitStores } from "../../../src/application/checkout/submit/checkout-submit.js";
import type { EditStores } from "../../../src/application/catalog/product-edit/lock-products.js";
import { deliveryOptionCreate } from "../../../src/application/delivery/options/delivery-option-create.js";
import type { OptionStores } from "../../../src/application/delivery/options/references-of.js";
import { locationCreate } from "../../../src/application/inventory/locations/location-create.js";
import type { LocationStores } from "../../../src/application/inventory/locations/lock-location.js";
import type { StockStores } from "../../../src/application/inventory/stock/change-stock.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { aVariant, variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { made } from "../pricing/market-shop.js";

export interface CartsSubject extends Omit<CheckoutNeeds, "unitOfWork" | "clock" | "ids"> {
  readonly unitOfWork: UnitOfWork<
    SubmitStores & EditStores & OptionStores & StockStores & LocationStores & IdempotencyStores
  >;
  close?(): Promise<void>;
}

/** 10.00 EUR, 5 on hand; 20.00 EUR, not counted; no price; hidden; for nothing, not sent, 2 on hand. */
export const [MUG, BOWL, UNPRICED, HIDDEN, FREE] = [
  variantId(10),
  variantId(20),
  variantId(30),
  variantId(40),
  variantId(50),
] as const;

export const BERLIN = {
  lastName: "Doe",
  line1: "Street 1",
  postalCode: "10115",
  city: "Berlin",
  country: "DE",
};

/** A shop with three products and one delivery option, and the operations of its carts. */
export const cartShop = async (subject: CartsSubject, clock: Clock = fixedClock()) => {
  const ids = numberedIds(800_000);
  const needs = { ...subject, clock, ids };
  await openTestMarket(subject.unitOfWork);
  await fillShop(subject.unitOfWork, {
    products: [
      {
        number: 1,
        content: { title: "Mug", variants: [aVariant(10, { sku: "MUG", tracked: true })] },
        pricesAndStock: [{ price: "10.00", onHand: 5 }],
      },
      {
        number: 2,
        content: { title: "Bowl", variants: [aVariant(20, { tracked: false })] },
        pricesAndStock: [{ price: "20.00" }],
      },
      { number: 3, content: { title: "Cup", variants: [aVariant(30)] } },
      {
        number: 4,
        content: { title: "Draft", status: "DRAFT", variants: [aVariant(40)] },
        pricesAndStock: [{ price: "20.00" }],
      },
      {
        number: 5,
        content: { title: "Song", variants: [aVariant(50, { requiresShipping: false })] },
        pricesAndStock: [{ price: "0.00", onHand: 2 }],
      },
    ],
  });
  const { deliveryOptionId } = made(
    await deliveryOptionCreate(needs)(
      { option: { key: "parcel", kind: "FLAT", rates: [{ currency: "EUR", price: "4.90" }] } },
      OPERATOR,
    ),
  );
  return { needs, ids, deliveryOptionId, checkout: checkoutContext.open(needs) };
};

export type CartShop = Awaited<ReturnType<typeof cartShop>>;

/** Counts units at a location that sends to Switzerland only. */
export const countAtSwissOutlet = async (
  { needs }: CartShop,
  variant: string,
  onHand: number,
): Promise<void> => {
  const location = { key: "outlet", name: "Outlet", countries: ["CH"] };
  const { locationId } = made(await locationCreate(needs)({ location }, OPERATOR));
  made(await stockCount(needs)({ counts: [{ variantId: variant, locationId, onHand }] }, OPERATOR));
};

/** The cart that a change answers. */
export const changed = (outcome: Outcome<CartChanged>): CartView => {
  const view = CartChanged.viewOf(made(outcome));
  if (!view) throw new Error("The change was made before.");
  return view;
};

export const newCart = async ({ checkout }: CartShop, lines: readonly object[] = []) =>
  changed(await checkout.cartCreate({ lines: lines as never }, GUEST)).cart.id;

/** The refusals of a change, each with its path. */
export const refused = ({ refusals }: Outcome<unknown>): readonly string[] =>
  refusals.map(({ code, path }) => [code, ...path].join(" "));
