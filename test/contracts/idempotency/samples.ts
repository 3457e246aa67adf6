import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { collectionId } from "../../builders/shelf.js";

/** A mutation as a client may send it, on the shelf of the contracts. */
export interface Sample {
  /** Carried out. */
  readonly input: object;
  /** Another command, which may be carried out too. */
  readonly other: object;
  /** Refused by a rule. */
  readonly refused: object;
  /** What of the payload shows its effect. */
  readonly selection: string;
}

export type Samples = Readonly<Record<string, Sample>>;

/** The ids of what some samples need beside the shelf. */
export interface Prepared {
  /** Price lists: one in francs that knows the first variant, one that no market uses. */
  readonly francs: string;
  readonly spare: string;
  /** A market that sells in francs, and one that sells at the prices of the variants. */
  readonly swiss: string;
  readonly austrian: string;
  readonly washing: string;
  readonly ironing: string;
  readonly sale: string;
  /** A product with two options. */
  readonly shirt: string;
  /** Each with German texts. */
  readonly translated: {
    readonly product: string;
    readonly collection: string;
    readonly field: string;
  };
}

type Send = (
  mutation: string,
  input: object,
  selection: string,
) => Promise<Readonly<Record<string, unknown>>>;

/** Puts there what some samples need beside the shelf. */
export const prepared = async (send: Send): Promise<Prepared> => {
  const declare = async (key: string) =>
    idIn(
      await send(
        "metafieldDefinitionCreate",
        { definition: { namespace: "care", key, type: "TEXT", name: key } },
        "metafieldDefinition { id }",
      ),
      "metafieldDefinition",
    );
  const washing = await declare("pressing");
  const ironing = await declare("ironing");
  const sale = idIn(
    await send(
      "variantPriceSchedule",
      { variantId: variantId(10), at: "2026-03-01T00:00:00Z", price: "25.00" },
      "scheduledPrice { id }",
    ),
    "scheduledPrice",
  );
  const sizes = [
    { name: "Size", values: ["S", "L"] },
    { name: "Glaze", values: ["matt"] },
  ];
  const shirt = idIn(
    await send(
      "productCreate",
      { product: { title: "Shirt", options: sizes, variants: [{ optionValues: glazed("S") }] } },
      "product { id }",
    ),
    "product",
  );
  const translated = {
    product: idIn(
      await send("productCreate", { product: { title: "Cup" } }, "product { id }"),
      "product",
    ),
    collection: idIn(
      await send("collectionCreate", { collection: { title: "Cups" } }, "collection { id }"),
      "collection",
    ),
    field: await declare("folding"),
  };
  await send(
    "productTranslationsSet",
    { id: translated.product, translations: [{ locale: "de", title: "Tasse" }] },
    "product { id }",
  );
  await send(
    "collectionTranslationsSet",
    { id: translated.collection, translations: [{ locale: "de", title: "Tassen" }] },
    "collection { id }",
  );
  await send(
    "metafieldDefinitionTranslationsSet",
    { id: translated.field, translations: [{ locale: "de", name: "Falten" }] },
    "metafieldDefinition { id }",
  );
  const francs = idIn(
    await send(
      "priceListCreate",
      { priceList: { key: "francs", currency: "CHF" } },
      "priceList { id }",
    ),
    "priceList",
  );
  const spare = idIn(
    await send("priceListCreate", { priceList: { key: "spare" } }, "priceList { id }"),
    "priceList",
  );
  await send(
    "priceListPricesSet",
    { priceListId: francs, items: [{ variantId: variantId(10), price: "33.00" }] },
    "results { index }",
  );
  const swiss = idIn(
    await send(
      "marketCreate",
      { market: { key: "ch", countries: ["CH"], priceListId: francs } },
      "market { id }",
    ),
    "market",
  );
  const austrian = idIn(
    await send("marketCreate", { market: { key: "at", countries: ["AT"] } }, "market { id }"),
    "market",
  );
  return { washing, ironing, sale, shirt, translated, francs, spare, swiss, austrian };
};

const glazed = (size: string) => [
  { name: "Size", value: size },
  { name: "Glaze", value: "matt" },
];

const idIn = (payload: Readonly<Record<string, unknown>>, field: string): string => {
  const { id } = (payload[field] ?? {}) as { readonly id?: string };
  if (id === undefined)
    throw new Error(`${field} could not be prepared: ${JSON.stringify(payload)}`);
  return id;
};

const MUG = productId(1);
const BOWL = productId(2);
const SIZED = productId(5);
const COLOURED = productId(6);
const DRAFT = productId(9);
const ARCHIVED = productId(13);
const NONE = productId(999);
const KITCHEN = collectionId(1);
const SECRET = collectionId(3);
const [RED, GREEN, BLUE] = [variantId(63), variantId(61), variantId(62)];

const PRODUCT =
  "product { id title slug status version tags options { name values } variants { nodes { id sku onHand price { amount } } } media { nodes { id alt } } } changes { path before after }";
const COLLECTION = "collection { id title slug version products { nodes { id } } }";
const MARKET = "market { id key countries currency locales version priceList { id } }";
const PRICE_LIST = "priceList { id key name currency isReady version prices { totalCount } }";
const RESULTS = "results { index product { id title status version } userErrors { code path } }";
const VARIANTS =
  "results { index variant { id sku onHand price { amount } prices { price { amount } compareAtPrice { amount } } } userErrors { code path } }";

/** One sample for every mutation of both schemas. */
export const samplesOn = ({
  washing,
  ironing,
  sale,
  shirt,
  translated,
  francs,
  spare,
  swiss,
  austrian,
}: Prepared): Samples => ({
  marketCreate: {
    input: { market: { key: "li", countries: ["LI"], priceListId: francs, locales: ["de-li"] } },
    other: { market: { key: "lu" } },
    refused: { market: { key: "ch", countries: ["CH"], currency: "JPY" } },
    selection: MARKET,
  },
  marketUpdate: {
    input: { id: swiss, changes: { name: "Switzerland" } },
    other: { id: austrian, changes: { countries: ["AT", "LI"] } },
    refused: { id: swiss, changes: { priceListId: null } },
    selection: MARKET,
  },
  marketDelete: {
    input: { id: swiss },
    other: { id: austrian },
    refused: { id: NONE },
    selection: "deletedMarketId",
  },
  priceListCreate: {
    input: { priceList: { key: "yen", currency: "JPY" } },
    other: { priceList: { key: "wholesale" } },
    refused: { priceList: { key: "francs" } },
    selection: PRICE_LIST,
  },
  priceListUpdate: {
    input: { id: francs, changes: { name: "Francs" } },
    other: { id: spare, changes: { name: "Spare" } },
    refused: { id: francs, expectedVersion: 99, changes: { name: "x" } },
    selection: PRICE_LIST,
  },
  priceListDelete: {
    input: { id: spare },
    other: { id: NONE },
    refused: { id: francs },
    selection: "deletedPriceListId",
  },
  priceListPricesSet: {
    input: {
      priceListId: francs,
      items: [
        { variantId: RED, price: "7.00", compareAtPrice: "9.00" },
        { variantId: variantId(10), price: "34.00" },
      ],
    },
    other: { priceListId: spare, items: [{ variantId: GREEN, price: "1.00" }] },
    refused: {
      priceListId: francs,
      items: [
        { variantId: RED, price: "7.00" },
        { variantId: variantId(999), price: "7.00" },
      ],
    },
    selection: VARIANTS,
  },
  priceListPricesRemove: {
    input: { priceListId: francs, items: [{ variantId: variantId(10) }] },
    other: { priceListId: spare, items: [{ variantId: GREEN }] },
    refused: { priceListId: NONE, items: [{ variantId: RED }] },
    selection: VARIANTS,
  },
  productCreate: {
    input: {
      product: {
        title: "Teapot",
        options: [{ name: "Size", values: ["S", "L"] }],
        variants: [
          { optionValues: [{ name: "Size", value: "S" }], sku: "POT-S", price: "20.00", onHand: 3 },
        ],
      },
    },
    other: { product: { title: "Kettle" } },
    refused: { product: { title: "Teapot", slug: "mug-1" } },
    selection: PRODUCT,
  },
  productsCreate: {
    input: { items: [{ title: "Teapot" }, { title: "Kettle" }] },
    other: { items: [{ title: "Jug" }] },
    refused: { items: [{ title: "Teapot" }, { title: "Kettle", slug: "mug-1" }] },
    selection: RESULTS,
  },
  productDuplicate: {
    input: { id: SIZED },
    other: { id: MUG, title: "Another mug" },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productUpdate: {
    input: { id: MUG, changes: { title: "Tall mug" } },
    other: { id: MUG, changes: { title: "Small mug" } },
    refused: { id: MUG, changes: { slug: "No slug" } },
    selection: PRODUCT,
  },
  productsUpdate: {
    input: {
      items: [
        { id: MUG, changes: { title: "Tall mug" } },
        { id: BOWL, changes: { vendor: "Kiln" } },
      ],
    },
    other: { items: [{ id: MUG, changes: { title: "Small mug" } }] },
    refused: {
      items: [
        { id: MUG, changes: { title: "Tall mug" } },
        { id: NONE, changes: { title: "Nothing" } },
      ],
    },
    selection: RESULTS,
  },

  productPublish: {
    input: { id: DRAFT },
    other: { id: DRAFT, from: "2026-03-01T00:00:00Z" },
    refused: { id: ARCHIVED },
    selection: PRODUCT,
  },
  productUnpublish: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productArchive: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: MUG, expectedVersion: 9 },
    selection: PRODUCT,
  },
  productUnarchive: {
    input: { id: ARCHIVED },
    other: { id: MUG },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productTagsAdd: {
    input: { id: MUG, tags: ["new"] },
    other: { id: MUG, tags: ["old"] },
    refused: { id: MUG, tags: ["a,b"] },
    selection: PRODUCT,
  },
  productTagsRemove: {
    input: { id: MUG, tags: ["TEA"] },
    other: { id: MUG, tags: ["gift"] },
    refused: { id: NONE, tags: ["tea"] },
    selection: PRODUCT,
  },
  productDelete: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: NONE },
    selection: "deletedProductId",
  },
  productsPublish: {
    input: { items: [{ id: DRAFT }, { id: productId(12) }] },
    other: { items: [{ id: productId(12) }] },
    refused: { items: [{ id: DRAFT }, { id: ARCHIVED }] },
    selection: RESULTS,
  },
  productsUnpublish: {
    input: { items: [{ id: MUG }, { id: BOWL }] },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: RESULTS,
  },
  productsArchive: {
    input: { items: [{ id: MUG }, { id: NONE }], onError: "SKIP" },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: RESULTS,
  },
  productsUnarchive: {
    input: { items: [{ id: ARCHIVED }] },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: NONE }] },
    selection: RESULTS,
  },
  productsTagsAdd: {
    input: { items: [{ id: MUG }, { id: BOWL }], tags: ["new"] },
    other: { items: [{ id: BOWL }], tags: ["new"] },
    refused: { items: [{ id: MUG }, { id: NONE }], tags: ["new"] },
    selection: RESULTS,
  },
  productsTagsRemove: {
    input: { items: [{ id: MUG }, { id: BOWL }], tags: ["tea"] },
    other: { items: [{ id: BOWL }], tags: ["tea"] },
    refused: { items: [{ id: MUG }, { id: NONE }], tags: ["tea"] },
    selection: RESULTS,
  },
  productsDelete: {
    input: { items: [{ id: MUG }, { id: BOWL }] },
    other: { items: [{ id: SIZED }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: "results { index deletedProductId userErrors { code path } }",
  },

  productVariantsAdd: {
    input: { id: shirt, variants: [{ optionValues: glazed("L"), sku: "SHIRT-L", price: "6.00" }] },
    other: { id: shirt, variants: [{ optionValues: glazed("L") }] },
    refused: { id: shirt, variants: [{ optionValues: glazed("S") }] },
    selection: PRODUCT,
  },
  productVariantsUpdate: {
    input: { id: COLOURED, variants: [{ id: RED, changes: { price: "7.00", onHand: 9 } }] },
    other: { id: COLOURED, variants: [{ id: RED, changes: { sku: "RED" } }] },
    refused: { id: COLOURED, variants: [{ id: RED, changes: { sku: "ART-01" } }] },
    selection: PRODUCT,
  },
  productVariantsRemove: {
    input: { id: COLOURED, variantIds: [BLUE] },
    other: { id: COLOURED, variantIds: [RED] },
    refused: { id: COLOURED, variantIds: [variantId(10)] },
    selection: PRODUCT,
  },
  productVariantsReorder: {
    input: { id: COLOURED, variantIds: [BLUE, RED, GREEN] },
    other: { id: COLOURED, variantIds: [GREEN] },
    refused: { id: COLOURED, variantIds: [variantId(10)] },
    selection: PRODUCT,
  },
  productOptionAdd: {
    input: { id: COLOURED, name: "Size", values: ["S", "L"], valueOfExistingVariants: "S" },
    other: { id: COLOURED, name: "Glaze", values: ["matt"], valueOfExistingVariants: "matt" },
    refused: { id: COLOURED, name: "Colour", values: ["S"], valueOfExistingVariants: "S" },
    selection: PRODUCT,
  },
  productOptionUpdate: {
    input: {
      id: COLOURED,
      name: "Colour",
      newName: "Color",
      renameValues: [{ from: "red", to: "crimson" }],
    },
    other: { id: COLOURED, name: "Colour", addValues: ["black"] },
    refused: { id: COLOURED, name: "Size", newName: "Width" },
    selection: PRODUCT,
  },
  productOptionRemove: {
    input: { id: shirt, name: "Glaze" },
    other: { id: shirt, name: "Size" },
    refused: { id: COLOURED, name: "Colour" },
    selection: PRODUCT,
  },
  productOptionsReorder: {
    input: { id: shirt, names: ["Glaze", "Size"] },
    other: { id: shirt, names: ["Glaze"] },
    refused: { id: shirt, names: ["Weight"] },
    selection: PRODUCT,
  },
  productMediaAdd: {
    input: { id: MUG, media: [{ url: "https://img.example/top.webp", alt: "From above" }] },
    other: { id: MUG, media: [{ url: "https://img.example/side.webp" }] },
    refused: { id: MUG, media: [{ url: "no address" }] },
    selection: PRODUCT,
  },
  productMediaUpdate: {
    input: { id: SIZED, media: [{ id: mediaId(52), alt: "From the side" }] },
    other: { id: SIZED, media: [{ id: mediaId(51), alt: "From behind" }] },
    refused: { id: SIZED, media: [{ id: mediaId(1), alt: "x" }] },
    selection: PRODUCT,
  },
  mediaFetch: {
    input: { urls: ["https://img.example/side.webp"] },
    other: { urls: ["https://img.example/back.webp"] },
    refused: { urls: ["nowhere"] },
    selection: "count",
  },
  productMediaRemove: {
    input: { id: SIZED, mediaIds: [mediaId(52)] },
    other: { id: SIZED, mediaIds: [mediaId(51)] },
    refused: { id: SIZED, mediaIds: [mediaId(1)] },
    selection: PRODUCT,
  },
  productMediaReorder: {
    input: { id: SIZED, mediaIds: [mediaId(51), mediaId(5)] },
    other: { id: SIZED, mediaIds: [mediaId(52)] },
    refused: { id: SIZED, mediaIds: [mediaId(1)] },
    selection: PRODUCT,
  },

  collectionCreate: {
    input: { collection: { title: "Tea time", productIds: [MUG, BOWL] } },
    other: { collection: { title: "Breakfast" } },
    refused: { collection: { title: "Tea time", slug: "collection-1" } },
    selection: COLLECTION,
  },
  collectionUpdate: {
    input: { id: KITCHEN, changes: { title: "In the kitchen" } },
    other: { id: KITCHEN, changes: { descriptionHtml: "<p>New</p>" } },
    refused: { id: KITCHEN, changes: { slug: "collection-2" } },
    selection: COLLECTION,
  },
  collectionPlace: {
    input: { id: SECRET, parentId: KITCHEN },
    other: { id: SECRET, at: 0 },
    refused: { id: KITCHEN, parentId: KITCHEN },
    selection:
      "collection { id version parent { id } breadcrumbs { id } children { nodes { id } } }",
  },
  collectionPublish: {
    input: { id: SECRET },
    other: { id: SECRET, from: "2026-03-01T00:00:00Z" },
    refused: { id: SECRET, from: "2026-03-01T00:00:00Z", until: "2026-02-01T00:00:00Z" },
    selection: COLLECTION,
  },
  collectionUnpublish: {
    input: { id: KITCHEN },
    other: { id: collectionId(2) },
    refused: { id: NONE },
    selection: COLLECTION,
  },
  collectionDelete: {
    input: { id: KITCHEN },
    other: { id: SECRET },
    refused: { id: NONE },
    selection: "deletedCollectionId",
  },
  collectionProductsAdd: {
    input: { id: KITCHEN, productIds: [COLOURED] },
    other: { id: KITCHEN, productIds: [productId(7)] },
    refused: { id: KITCHEN, productIds: [COLOURED, NONE] },
    selection: COLLECTION,
  },
  collectionProductsRemove: {
    input: { id: KITCHEN, productIds: [MUG] },
    other: { id: KITCHEN, productIds: [BOWL] },
    refused: { id: NONE, productIds: [MUG] },
    selection: COLLECTION,
  },
  collectionProductsReorder: {
    input: { id: KITCHEN, moves: [{ productId: BOWL, to: 0 }] },
    other: { id: KITCHEN, moves: [{ productId: MUG, to: 2 }] },
    refused: { id: KITCHEN, moves: [{ productId: NONE, to: 0 }] },
    selection: COLLECTION,
  },

  metafieldDefinitionCreate: {
    input: { definition: { namespace: "care", key: "drying", type: "TEXT", name: "Drying" } },
    other: { definition: { namespace: "care", key: "sorting", type: "INTEGER" } },
    refused: { definition: { namespace: "care", key: "washing", type: "TEXT" } },
    selection: "metafieldDefinition { id key name version }",
  },
  metafieldDefinitionUpdate: {
    input: { id: washing, changes: { name: "How to wash" } },
    other: { id: washing, changes: { description: "For labels" } },
    refused: { id: washing, expectedVersion: 7, changes: { name: "x" } },
    selection: "metafieldDefinition { id name version }",
  },
  metafieldDefinitionDelete: {
    input: { id: ironing },
    other: { id: washing },
    refused: { id: NONE },
    selection: "deletedMetafieldDefinitionId",
  },
  productMetafieldsSet: {
    input: { id: MUG, metafields: [{ namespace: "care", key: "washing", value: "by hand" }] },
    other: { id: MUG, metafields: [{ namespace: "care", key: "ironing", value: "never" }] },
    refused: { id: MUG, metafields: [{ namespace: "care", key: "unknown", value: "x" }] },
    selection: PRODUCT,
  },
  productMetafieldsRemove: {
    input: { id: SIZED, metafields: [{ namespace: "care", key: "washing" }] },
    other: { id: MUG, metafields: [{ namespace: "care", key: "washing" }] },
    refused: { id: NONE, metafields: [{ namespace: "care", key: "washing" }] },
    selection: PRODUCT,
  },

  productTranslationsSet: {
    input: { id: SIZED, translations: [{ locale: "de", title: "Tasse" }] },
    other: { id: MUG, translations: [{ locale: "de-at", title: "Häferl" }] },
    refused: { id: MUG, translations: [{ locale: "de", title: "" }] },
    selection: PRODUCT,
  },
  productTranslationsRemove: {
    input: { id: translated.product, locales: ["de"] },
    other: { id: translated.product, locales: ["fr"] },
    refused: { id: shirt, locales: ["../.."] },
    selection: PRODUCT,
  },
  productsTranslationsSet: {
    input: {
      items: [
        { id: MUG, translations: [{ locale: "de", title: "Becher" }] },
        { id: BOWL, translations: [{ locale: "de", title: "Schale" }] },
      ],
    },
    other: { items: [{ id: MUG, translations: [{ locale: "fr", title: "Tasse" }] }] },
    refused: {
      items: [
        { id: MUG, translations: [{ locale: "de", title: "Becher" }] },
        { id: NONE, translations: [{ locale: "de", title: "Nichts" }] },
      ],
    },
    selection: RESULTS,
  },
  collectionTranslationsSet: {
    input: { id: KITCHEN, translations: [{ locale: "de", title: "Küche" }] },
    other: { id: KITCHEN, translations: [{ locale: "fr", imageAlt: "La cuisine" }] },
    refused: { id: KITCHEN, translations: [{ locale: "__proto__", title: "Küche" }] },
    selection: COLLECTION,
  },
  collectionTranslationsRemove: {
    input: { id: translated.collection, locales: ["de"] },
    other: { id: translated.collection, locales: ["fr"] },
    refused: { id: NONE, locales: ["de"] },
    selection: COLLECTION,
  },
  metafieldDefinitionTranslationsSet: {
    input: { id: washing, translations: [{ locale: "de", name: "Wäsche" }] },
    other: { id: washing, translations: [{ locale: "fr", description: "Lavage" }] },
    refused: { id: washing, expectedVersion: 7, translations: [{ locale: "de", name: "x" }] },
    selection: "metafieldDefinition { id name version }",
  },
  metafieldDefinitionTranslationsRemove: {
    input: { id: translated.field, locales: ["de"] },
    other: { id: translated.field, locales: ["fr"] },
    refused: { id: NONE, locales: ["de"] },
    selection: "metafieldDefinition { id name version }",
  },

  stockCount: {
    input: { counts: [{ variantId: variantId(10), onHand: 7 }] },
    other: { counts: [{ variantId: variantId(10), onHand: 8 }] },
    refused: { counts: [{ variantId: variantId(10), expectedVersion: 9, onHand: 7 }] },
    selection: VARIANTS,
  },
  stockAdjust: {
    input: { adjustments: [{ variantId: variantId(10), by: -2 }] },
    other: { adjustments: [{ variantId: variantId(10), by: 3 }] },
    refused: { adjustments: [{ variantId: variantId(999), by: 1 }] },
    selection: VARIANTS,
  },
  variantsUpdate: {
    input: {
      items: [
        { id: RED, changes: { price: "7.00" } },
        { id: variantId(10), changes: { sku: "ART-1" } },
      ],
    },
    other: { items: [{ id: GREEN, changes: { cost: "1.00" } }] },
    refused: {
      items: [
        { id: RED, changes: { price: "7.00" } },
        { id: variantId(999), changes: { price: "7.00" } },
      ],
    },
    selection: VARIANTS,
  },
  variantPriceSchedule: {
    input: {
      variantId: RED,
      at: "2026-02-01T00:00:00Z",
      until: "2026-02-08T00:00:00Z",
      price: "4.00",
    },
    other: { variantId: GREEN, at: "2026-02-01T00:00:00Z", price: "3.00" },
    refused: { variantId: RED, at: "2020-01-01T00:00:00Z", price: "4.00" },
    selection: "scheduledPrice { id at price { amount } }",
  },
  variantPriceScheduleCancel: {
    input: { id: sale },
    other: { id: NONE },
    refused: { id: "work_01h00000000000000000000099" },
    selection: "scheduledPrice { id } variant { id }",
  },
});
