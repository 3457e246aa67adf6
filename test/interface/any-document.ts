import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from "graphql";
import { collectionId } from "../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../builders/product-content.js";
import { BROKEN_PRODUCT, BROKEN_VARIANT, PRODUCT_OUT_OF_REACH } from "./world.js";

const IDS = [
  productId(1),
  productId(5),
  productId(9),
  variantId(51),
  mediaId(5),
  collectionId(1),
  BROKEN_PRODUCT,
  PRODUCT_OUT_OF_REACH,
  BROKEN_VARIANT,
  "1abc",
];
const SLUGS = ["mug-1", "mug-5", "mug-6", "mug-8", "ほうれん草", "none"];
const CONDITIONS = [
  "@include(if: $yes)",
  "@skip(if: $yes)",
  "@include(if: $no)",
  "@skip(if: $no)",
  "@include(if: true)",
  "@skip(if: true)",
];

const CHOSEN_SIZE = `[{ name: "Size", value: "S" }]`;

/** Values for every argument by its type or else by its name; each is sometimes wrong. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  SearchFilter: [
    "{ available: $no }",
    `{ collections: ["${collectionId(1)}"] }`,
    `{ collections: ["1abc"] }`,
    '{ tags: ["gift"], onSale: $yes }',
    `{ options: [{ name: "Size", values: ["S"] }] }`,
    "null",
  ],
  "MarketBy!": [
    `{ key: "default" }`,
    `{ key: "none" }`,
    `{ country: "CH" }`,
    "{ key: $slug }",
    "{ id: $id }",
  ],
  // Guests know no ids of orders.
  "OrderBy!": [`{ link: "orderlink_unknown" }`, `{ link: $slug }`],
  "[ChosenOption!]!": [
    CHOSEN_SIZE,
    `[{ name: "Size", value: "none" }, { name: "Fit", value: "M" }]`,
    "[{ name: $slug, value: $slug }]",
    "[]",
  ],
  CollectionFilter: [
    "{ roots: $yes }",
    `{ parent: { slug: "collection-1" } }`,
    `{ parent: { id: "1abc" } }`,
    "null",
  ],
  ProductVariantFilter: [
    "{ available: $no }",
    `{ options: ${CHOSEN_SIZE} }`,
    "{ available: $yes, options: [] }",
    "null",
  ],
  "DeliveryAddress!": [
    `{ country: "CH", postalCode: "8001" }`,
    `{ country: "DE" }`,
    `{ country: "XX" }`,
  ],
  "[DeliveryLine!]!": [
    `[{ variantId: "${variantId(51)}", quantity: 2 }]`,
    `[{ variantId: "${variantId(10)}", quantity: 1 }, { variantId: "1abc", quantity: 1 }]`,
    "[]",
  ],
  query: [`"mug"`, `"mgu ("`, "$slug", "null"],
  by: [
    ...SLUGS.map((slug) => `{ slug: ${JSON.stringify(slug)} }`),
    `{ id: "${productId(2)}" }`,
    `{ id: "${BROKEN_PRODUCT}" }`,
    `{ slug: "collection-1" }`,
    `{ slug: "collection-2" }`,
    `{ slug: $slug }`,
  ],
  cartId: ["$id", `"cart_00000000000000000000000001"`],
  id: [...IDS.map((id) => JSON.stringify(id)), "$id"],
  ids: [
    `["${productId(1)}", "1abc", "${variantId(10)}"]`,
    `[$id, "${BROKEN_PRODUCT}", "${collectionId(1)}"]`,
    "[]",
  ],
  first: ["1", "2", "7", "0", "$first", "null"],
  after: [`"bm90"`, "null", "$none"],
  filter: [
    "{ available: true }",
    `{ collection: { slug: "collection-1" } }`,
    "{ onSale: $no }",
    '{ tags: ["gift"] }',
    "null",
  ],
  sort: ["{ key: TITLE }", "{ key: CREATED, reverse: true }", "{ key: TITLE, reverse: $no }"],
  in: [`{ slug: "collection-1" }`, `{ id: "${collectionId(2)}" }`, "{ slug: $slug }", "null"],
  country: [`"CH"`, `"US"`, `"XX"`, "$slug"],
  locale: [`"de"`, `"!"`, "$none"],
  namespace: [`"care"`],
  key: [`"washing"`, `"none"`],
};

const valuesFor = ({ name, type }: GraphQLArgument): readonly string[] | undefined =>
  ARGUMENTS[String(type)] ?? ARGUMENTS[name];

const VARIABLES =
  "($yes: Boolean!, $no: Boolean = false, $id: ID!, $slug: String!, $first: Int, $none: String)";

/**
 * A document that the schema takes, made up out of a seed: aliases, fragments within fragments,
 * conditions, wrong values.
 */
export const anyDocument = (schema: GraphQLSchema, seed: number): string => {
  const random = numbersFrom(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const fragments: string[] = [];
  const spreadable: { readonly name: string; readonly type: string }[] = [];
  let aliases = 0;

  // A third of the documents has no conditions, a third has them on fields only, so that all ways
  // of answering get their share.
  const condition = (at: "field" | "fragment"): string =>
    seed % 3 > (at === "field" ? 0 : 1) && chance(0.1) ? ` ${pick(CONDITIONS)}` : "";

  const field = ({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string => {
    const chosen = args
      .filter((one) => String(one.type).endsWith("!") || chance(0.3))
      .filter((one) => valuesFor(one));
    const given =
      chosen.length === 0
        ? ""
        : `(${chosen.map((one) => `${one.name}: ${pick(valuesFor(one) ?? ["null"])}`).join(", ")})`;
    const named = getNamedType(type);
    const below = isCompositeType(named) ? ` { ${selections(named, depth - 1)} }` : "";
    // Fields with arguments get names of their own, so that two of them never have to be merged.
    const alias = given === "" && !chance(0.1) ? "" : `a${(aliases += 1)}: `;
    return `${alias}${name}${given}${condition("field")}${below}`;
  };

  const selections = (type: GraphQLCompositeType, depth: number): string => {
    const chosen: string[] = ["__typename"];
    const fields = isObjectType(type)
      ? Object.values(type.getFields())
      : isAbstractType(type) && "getFields" in type
        ? Object.values(type.getFields())
        : [];
    const leaves = fields.filter((one) => !isCompositeType(getNamedType(one.type)));
    const branches = fields.filter((one) => isCompositeType(getNamedType(one.type)));
    for (let n = 1 + Math.floor(random() * 3); n > 0 && leaves.length > 0; n -= 1)
      chosen.push(field(pick(leaves), 0));
    if (depth > 0)
      for (let n = 1 + Math.floor(random() * 2); n > 0 && branches.length > 0; n -= 1)
        chosen.push(field(pick(branches), depth));
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type))
        if (chance(0.6))
          chosen.push(
            `... on ${possible.name}${condition("fragment")} { ${selections(possible, depth)} }`,
          );
    if (depth > 0 && chance(0.3))
      chosen.push(`... on ${type.name}${condition("fragment")} { ${selections(type, depth - 1)} }`);
    if (depth > 0 && chance(0.3)) chosen.push(spread(type, depth));
    return chosen.join(" ");
  };

  const spread = (type: GraphQLCompositeType, depth: number): string => {
    const known = spreadable.find((one) => one.type === type.name && chance(0.6));
    if (known) return `...${known.name}${condition("fragment")}`;
    const body = selections(type, Math.min(depth - 1, 1));
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${body} }`);
    spreadable.push({ name, type: type.name });
    return `...${name}${condition("fragment")}${chance(0.4) ? ` ...${name}${condition("fragment")}` : ""}`;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error("The schema answers no queries.");
  return `query Any${VARIABLES} { ${selections(query, 3)} used: product(by: { slug: $slug }) { id } node(id: $id) @include(if: $yes) { id } shop @skip(if: $no) { market { key } } n: products(first: $first, after: $none) { totalCount } } ${fragments.join(" ")}`;
};

/**
 * Numbers between 0 and 1 that are the same for the same seed (mulberry32, a public-domain
 * generator).
 */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
