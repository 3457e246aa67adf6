import type { Option } from "../../src/domain/catalog/options/option.js";
import type { TestProduct } from "./fill-shop.js";
import { aVariant, mediaId } from "./product-content.js";

const values = (name: string, count: number): Option => ({
  name,
  values: Array.from({ length: count }, (_, index) => `${name} ${index + 1}`),
});

/**
 * A shirt in every combination of its options; every seventh variant is sold out. 20 colours, 10
 * sizes and 10 fabrics make 2,000 variants.
 */
export const bigShirt = (
  number: number,
  sizes: readonly [number, number, number] = [20, 10, 10],
): TestProduct => {
  const options = [
    values("Colour", sizes[0]),
    values("Size", sizes[1]),
    values("Fabric", sizes[2]),
  ];
  const all = options.reduce<readonly (readonly string[])[]>(
    (so, option) => so.flatMap((left) => option.values.map((value) => [...left, value])),
    [[]],
  );
  return {
    number,
    content: {
      slug: `shirt-${number}`,
      title: `Shirt ${number}`,
      options,
      variants: all.map((optionValues, index) =>
        aVariant(number * 10_000 + index, { optionValues, mediaId: mediaId(number) }),
      ),
    },
    pricesAndStock: all.map((_, index) => ({ price: `${20 + (index % 9)}.00`, onHand: index % 7 })),
  };
};
