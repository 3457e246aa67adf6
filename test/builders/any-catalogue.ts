import * as fc from "fast-check";
import type { MediaId } from "../../src/domain/catalog/ids.js";
import { isDefault, type Option } from "../../src/domain/catalog/options/option.js";
import type { Metafield } from "../../src/domain/catalog/metafields/metafield.js";
import { METAFIELD_TYPES } from "../../src/domain/catalog/metafields/metafield-type.js";
import {
  PRODUCT_STATUSES,
  type ProductContent,
} from "../../src/domain/catalog/products/product-content.js";
import {
  SOLD_OUT_POLICIES,
  WEIGHT_UNITS,
  type Variant,
} from "../../src/domain/catalog/variants/variant.js";
import { aVariant, mediaId, productContent, variantId } from "./product-content.js";

export interface AnyProduct {
  readonly content: ProductContent;
  /** One for each variant; minor units. */
  readonly pricesAndStock: readonly {
    readonly price: number | null;
    readonly compareAt: number | null;
    readonly cost: number | null;
    readonly onHand: number | null;
  }[];
}

// Characters with a meaning in CSV files and spreadsheets, scripts that break careless code, and
// plain letters.
const letter = fc.constantFrom(
  ..."=+-@'\"`,;|\\/<>&%# \u00A0éßñ茶草ิ😀👩‍🍳abcXYZ019".split(""),
  "\u0301",
  "\uFEFF",
  "  ",
);
const oneLine = fc.string({ unit: letter, maxLength: 12 }).filter((text) => text.isWellFormed());
const filled = oneLine.filter((text) => text.trim() !== "");
const multiline = fc
  .string({
    unit: fc.oneof(letter, fc.constantFrom("\n", "\r\n", "\r", "\t", "\n=")),
    maxLength: 30,
  })
  .filter((text) => text.isWellFormed());
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = fc.integer({ min: 0, max: 10_000_000 });

const listOf = (item: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(item, {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.normalize("NFC").trim(),
    })
    .map((items) => JSON.stringify(items));

const metafieldValue: Readonly<Record<Metafield["type"], fc.Arbitrary<string>>> = {
  TEXT: filled,
  MULTILINE_TEXT: multiline.filter((text) => text.trim() !== ""),
  INTEGER: fc.integer().map(String),
  DECIMAL: fc.constantFrom("1.25", "-0.5", "7"),
  BOOLEAN: fc.constantFrom("true", "false"),
  DATE: fc.constant("2026-11-22"),
  DATE_TIME: fc.constant("2026-11-22T12:00:00Z"),
  URL: fc.constant("https://plinth.example/a?b=c,d"),
  JSON: fc.json(),
  CHOICE: filled,
  PRODUCT: fc.constant("product_01kadq0h8efr4tmr9bk39h1y0c"),
  VARIANT: fc.constant("variant_01kadq0h8efr4tmr9bk39h1y0c"),
  COLLECTION: fc.constant("collection_01kadq0h8efr4tmr9bk39h1y0c"),
  MEDIA: fc.constant("media_01kadq0h8efr4tmr9bk39h1y0c"),
  TEXT_LIST: listOf(filled),
  INTEGER_LIST: fc.constantFrom("[1,2]", '["1"]'),
  DECIMAL_LIST: fc.constant('["1.25","-3"]'),
  DATE_LIST: fc.constant('["2026-11-22"]'),
  URL_LIST: fc.constant('["https://plinth.example/a?b=c,d"]'),
  CHOICE_LIST: listOf(filled),
  PRODUCT_LIST: fc.constant('["product_01kadq0h8efr4tmr9bk39h1y0c"]'),
  VARIANT_LIST: fc.constant('["variant_01kadq0h8efr4tmr9bk39h1y0c"]'),
  COLLECTION_LIST: fc.constant('["collection_01kadq0h8efr4tmr9bk39h1y0c"]'),
  MEDIA_LIST: fc.constant('["media_01kadq0h8efr4tmr9bk39h1y0c"]'),
};

const METAFIELD_NAMES = ["google", "shopify", "facts"].flatMap((namespace) =>
  ["mpn", "condition", "color-pattern", "Care", "care", "custom_label_0"].map((key) => ({
    namespace,
    key,
  })),
);

/** Metafield definitions: each name has one type. */
const definitions = fc.tuple(
  ...METAFIELD_NAMES.map((name) =>
    fc.constantFrom(...METAFIELD_TYPES).map((type) => ({ ...name, type })),
  ),
);

const metafieldsOf = (fields: readonly Omit<Metafield, "value">[]) =>
  fc.uniqueArray(
    fc
      .constantFrom(...fields)
      .chain((field) =>
        metafieldValue[field.type].map((value): Metafield => ({ ...field, value })),
      ),
    { maxLength: 5, selector: ({ namespace, key }) => `${namespace}.${key}` },
  );

const pricesAndStock = fc.record({
  price: nullable(amount),
  compareAt: nullable(amount),
  cost: nullable(amount),
  onHand: nullable(fc.integer({ min: -100, max: 100_000 })),
});

const unit = fc.constantFrom("ml", "l", "kg", "-m");
const variantParts = fc.record<Partial<Variant>>({
  barcode: nullable(filled),
  tracked: fc.boolean(),
  soldOutPolicy: fc.constantFrom(...SOLD_OUT_POLICIES),
  weightMilligrams: nullable(fc.integer({ min: 0, max: 100_000_000_000 })),
  weightUnit: fc.constantFrom(...WEIGHT_UNITS),
  requiresShipping: fc.boolean(),
  taxable: fc.boolean(),
  taxCode: nullable(filled),
  unitPriceMeasure: nullable(
    fc.record({
      total: fc.constantFrom("750", "0.75"),
      totalUnit: unit,
      base: fc.constantFrom("1", "100"),
      baseUnit: unit,
    }),
  ),
});

const clean = (text: string): string =>
  text
    .replaceAll(/[\r\n\t]+/g, " ")
    .normalize("NFC")
    .trim();
const different = (values: fc.Arbitrary<string>, maxLength: number) =>
  fc.uniqueArray(values, { minLength: 1, maxLength, selector: clean });

const axes = fc.oneof(
  { weight: 1, arbitrary: fc.constant([{ name: "Title", values: ["Default Title"] }]) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(
        fc.record({
          name: filled,
          values: different(filled, 3),
          // The first value has a variant in any product.
          color: fc.option(fc.constantFrom("#1e90ff", "#000000"), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 5, selector: ({ name }) => clean(name) },
      )
      .map((found) =>
        found.map(({ name, values, color }) => ({
          name,
          values,
          ...(color && { swatches: values.slice(0, 1).map((value) => ({ value, color })) }),
        })),
      ),
  },
);

/** An option that shows an image where it shows nothing else. */
const withImage = (option: Option, image: { readonly id: MediaId } | undefined): Option =>
  option.swatches || !image || isDefault([option])
    ? option
    : {
        ...option,
        swatches: option.values.slice(0, 1).map((value) => ({ value, mediaId: image.id })),
      };

/** A product with this number and any content. */
const anyProduct = (
  number: number,
  metafields: fc.Arbitrary<readonly Metafield[]>,
): fc.Arbitrary<AnyProduct> =>
  axes.chain((options) => {
    const combinations = options
      .reduce<string[][]>(
        (all, { values }) => all.flatMap((one) => values.map((value) => [...one, value])),
        [[]],
      )
      .slice(0, 8);
    return fc
      .record({
        texts: fc.record({
          title: filled,
          vendor: oneLine,
          productType: oneLine,
          category: oneLine,
          descriptionHtml: multiline,
        }),
        seo: fc.record({ title: oneLine, description: oneLine }),
        tags: fc.array(
          filled.filter((tag) => !tag.includes(",")),
          { maxLength: 3 },
        ),
        status: fc.constantFrom(...PRODUCT_STATUSES),
        published: fc.boolean(),
        giftCard: fc.boolean(),
        metafields,
        fieldsOfVariants: fc.array(metafields, { maxLength: combinations.length }),
        images: fc.uniqueArray(fc.constantFrom("a", "b,c", "d'", "=e", "ü"), { maxLength: 4 }),
        alt: oneLine,
        parts: fc.array(variantParts, {
          minLength: combinations.length,
          maxLength: combinations.length,
        }),
        skus: fc.array(nullable(filled), {
          minLength: combinations.length,
          maxLength: combinations.length,
        }),
        pricesAndStock: fc.array(pricesAndStock, {
          minLength: combinations.length,
          maxLength: combinations.length,
        }),
      })
      .map(
        ({
          texts,
          seo,
          tags,
          status,
          published,
          giftCard,
          metafields: fields,
          fieldsOfVariants,
          images,
          alt,
          parts,
          skus,
          pricesAndStock: pricesOfVariants,
        }) => {
          const media = images.map((name, index) => ({
            id: mediaId(number * 100 + index),
            url: `https://img.example/${name}?n=${number}`,
            alt: `${alt}${index}`,
          }));
          const variants = combinations.map((optionValues, index) =>
            aVariant(number * 100 + index, {
              ...parts[index],
              id: variantId(number * 100 + index),
              optionValues,
              metafields: fieldsOfVariants[index] ?? [],
              sku: skus[index] == null ? null : `${skus[index]}#${number}.${index}`,
              mediaId: media[index % 5]?.id ?? null,
            }),
          );
          const { publication } = productContent(number);
          return {
            content: {
              ...productContent(number),
              ...texts,
              slug: `ほうれん草-${number}`,
              seo,
              tags,
              status,
              publication: published ? publication : null,
              giftCard,
              metafields: fields,
              options: options.map((option, axis) => withImage(option, media[axis])),
              media,
              variants,
            },
            pricesAndStock: pricesOfVariants.map((one) =>
              one.price === null ? { ...one, compareAt: null, cost: null } : one,
            ),
          };
        },
      );
  });

/** A few products of one shop. */
export const anyCatalogue: fc.Arbitrary<readonly AnyProduct[]> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), definitions)
  .chain(([count, fields]) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, number) => anyProduct(number + 1, metafieldsOf(fields))),
    ),
  );
