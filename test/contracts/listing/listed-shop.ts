import type { ListingStores } from "../../../src/application/listing/ports/listing-stores.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { Money } from "../../../src/domain/shared/money.js";
import { fillShop, type ShopStores } from "../../builders/fill-shop.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";

export type Stores = ShopStores & ListingStores;

export const SHIRT = productId(1);
export const [SMALL, LARGE] = [variantId(11), variantId(12)];

/** A shirt in two sizes, the large one reduced, and another product. */
export const fillListedShop = (unitOfWork: UnitOfWork<Stores>): Promise<void> =>
  fillShop(unitOfWork, {
    products: [
      {
        number: 1,
        content: {
          options: [{ name: "Size", values: ["S", "L"] }],
          variants: [aVariant(11, { optionValues: ["S"] }), aVariant(12, { optionValues: ["L"] })],
        },
        pricesAndStock: [
          { price: "20.00", onHand: 5 },
          { price: "30.00", compareAt: "35.00", onHand: 5 },
        ],
      },
      { number: 2, pricesAndStock: [{ price: "5.00", onHand: 1 }] },
    ],
  });

export const count = async ({ stockItems }: Stores, variant: VariantId, onHand: number) => {
  const item = await stockItems.get(variant);
  item.count(onHand);
  await stockItems.save([item]);
};
export const setPrice = async (
  { prices }: Stores,
  variant: VariantId,
  price: string,
  compareAt: Money | null = null,
) => {
  const stored = (await prices.lock([variant])).get(variant);
  stored?.set({
    variantId: variant,
    price: Money.parse(price, "EUR"),
    compareAt,
    cost: null,
  });
  await prices.save(stored ? [stored] : []);
};
