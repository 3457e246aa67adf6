import { aVariant, mediaId } from "../builders/product-content.js";
import type { TestProduct } from "../builders/fill-shop.js";

export const SIZES = ["S", "M", "L", "XL", "XXL"];

/** A shirt in five sizes. */
export const shirt = (number: number): TestProduct => ({
  number,
  content: {
    title: `Shirt ${String(number).padStart(3, "0")}`,
    options: [{ name: "Size", values: SIZES }],
    variants: SIZES.map((size, axis) =>
      aVariant(number * 10 + axis, {
        optionValues: [size],
        sku: `SHIRT-${number}-${size}`,
        mediaId: mediaId(number),
      }),
    ),
  },
  // The largest size is reduced.
  pricesAndStock: SIZES.map((_, axis) => ({
    price: `${20 + axis}.00`,
    onHand: axis,
    ...(axis === SIZES.length - 1 && { compareAt: "30.00" }),
  })),
});
