import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog } from "../../../src/application/catalog/catalog.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import {
  PRODUCT_PROPERTIES,
  type ProductSnapshot,
} from "../../../src/domain/catalog/products/product-content.js";
import { VARIANT_PROPERTIES } from "../../../src/domain/catalog/variants/variant.js";
import { keysOf } from "../../../src/domain/shared/keys-of.js";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { OTHER_PRODUCT_PROPERTIES, OTHER_VARIANT_PROPERTIES } from "../../builders/other-values.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { send } from "../../interface/ask.js";
import { editing, type Editing } from "../../interface/editing.js";
import { openWorld } from "../../interface/world.js";
import { NOW } from "./catalog-content.js";
import type { EveryFieldSubject } from "./every-field.contract.js";

type Values = Readonly<Record<string, unknown>>;

interface ProductAnswer extends Values {
  readonly id: string;
  readonly variants: { readonly nodes: readonly (Values & { readonly id: string })[] };
  readonly history: { readonly nodes: readonly { readonly changes: readonly Values[] }[] };
}

/** Fields of a variant that only staff may see. */
const STAFF_ONLY: ReadonlySet<string> = new Set<keyof typeof VARIANT_PROPERTIES>([
  "tracked",
  "soldOutPolicy",
  "taxable",
  "taxCode",
]);

const OF_PRODUCT = keysOf(PRODUCT_PROPERTIES);
const OF_VARIANT = keysOf(VARIANT_PROPERTIES);
const OF_VARIANT_IN_SHOP = OF_VARIANT.filter((field) => !STAFF_ONLY.has(field));
const WEIGHT = { value: "180.983", unit: "GRAMS" };
const CHANGED = { ...OTHER_VARIANT_PROPERTIES, sku: "Changed sku" };
const CLEARED = Object.fromEntries(OF_VARIANT.map((field) => [field, null]));

/** Every field that is one value: through both APIs, the history, and a file and back. */
export const everyFieldOfTheApi = (name: string, open: () => Promise<EveryFieldSubject>): void => {
  describe(`every field of the API: ${name}`, () => {
    let subject: EveryFieldSubject;
    let editor: Editing;
    let [created, changed, cleared]: (ProductAnswer | undefined)[] = [];
    let inShop: ProductAnswer | undefined;
    let imported: ProductSnapshot | undefined;

    beforeAll(async () => {
      subject = await open();
      editor = await editing(() => openWorld({}, subject.needs));
      const { id, variants } = await create(editor);
      created = await read(editor, id);
      const change = (changes: object) =>
        editor.mutate("productVariantsUpdate", {
          id,
          variants: [{ id: variants.nodes[1]?.id, changes }],
        });
      await change(inputOf("VariantChangesInput", CHANGED));
      changed = await read(editor, id);
      imported = await exportedAndImported(subject);
      await change(inputOf("VariantChangesInput", CLEARED));
      cleared = await read(editor, id);
      await editor.mutate("productUpdate", {
        id,
        changes: { ...inputOf("ProductChangesInput", CLEARED_PRODUCT), title: "Cleared" },
      });
      await editor.mutate("productPublish", { id });
      inShop = await readInShop(editor, id);
    });
    afterAll(async () => subject.close?.());

    test.each(OF_PRODUCT)("the field %s of a product is created and read", (field) => {
      expect(created?.[field]).toEqual(OTHER_PRODUCT_PROPERTIES[field]);
    });

    test.each(OF_VARIANT)("the field %s of a variant is created and read", (field) => {
      expect(created?.variants.nodes[0]?.[field]).toEqual(OTHER_VARIANT_PROPERTIES[field]);
      expect(created?.variants.nodes[1]?.[field]).toEqual(VARIANT_PROPERTIES[field]);
    });

    test.each(OF_VARIANT)("the field %s of a variant is changed, and cleared by null", (field) => {
      expect(changed?.variants.nodes[1]?.[field]).toEqual(CHANGED[field]);
      expect(cleared?.variants.nodes[1]?.[field]).toEqual(VARIANT_PROPERTIES[field]);
    });

    test.each(OF_VARIANT)("the history has the change of the field %s of a variant", (field) => {
      const path = `variants.${changed?.variants.nodes[1]?.id}.${field}`;
      expect(changed?.history.nodes[0]?.changes).toContainEqual({
        path,
        before: VARIANT_PROPERTIES[field],
        after: CHANGED[field],
      });
    });

    test.each(OF_PRODUCT)("the history has the change of the field %s of a product", (field) => {
      const changes = inShop?.history.nodes.flatMap((one) => one.changes);
      expect(changes).toContainEqual({
        path: field,
        before: OTHER_PRODUCT_PROPERTIES[field],
        after: field === "title" ? "Cleared" : PRODUCT_PROPERTIES[field],
      });
    });

    test.each(OF_PRODUCT)("the shop shows the field %s of a product", (field) => {
      expect(inShop?.[field]).toEqual(field === "title" ? "Cleared" : PRODUCT_PROPERTIES[field]);
    });

    test.each(OF_VARIANT_IN_SHOP)("the shop shows the field %s of a variant", (field) => {
      expect(inShop?.variants.nodes[0]?.[field]).toEqual(OTHER_VARIANT_PROPERTIES[field]);
    });

    test.each(OF_PRODUCT)("the field %s of a product is exported and imported", (field) => {
      expect(imported?.[field]).toEqual(OTHER_PRODUCT_PROPERTIES[field]);
    });

    test.each(OF_VARIANT)("the field %s of a variant is exported and imported", (field) => {
      expect(imported?.variants.map((variant) => variant[field])).toEqual([
        OTHER_VARIANT_PROPERTIES[field],
        CHANGED[field],
      ]);
    });

    test("the weight and the image of a variant are created, read, exported and imported", () => {
      expect(created?.variants.nodes[0]).toMatchObject({
        weight: { grams: "180.983", unit: "GRAMS" },
        image: { url: "https://img.example/other.webp" },
      });
      expect(imported?.variants[0]).toMatchObject({
        weightMilligrams: 180_983,
        weightUnit: "GRAMS",
        mediaId: imported?.media[0]?.id,
      });
    });
  });
};

const CLEARED_PRODUCT = Object.fromEntries(
  OF_PRODUCT.filter((field) => field !== "title").map((field) => [field, null]),
);

const SCHEMAS = { admin: await buildAdminSchema(), shop: await buildShopSchema() };

/** The values of the fields that an input has; the tests of the others tell what it lacks. */
const inputOf = (type: string, values: Values): Values => {
  const input = SCHEMAS.admin.getType(type);
  const known = isInputObjectType(input) ? input.getFields() : {};
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in known));
};

/** The selection of those fields that a type has, with everything in them. */
const selection = (schema: GraphQLSchema, type: string, fields: readonly string[]): string => {
  const object = schema.getType(type);
  const all = isObjectType(object) ? object.getFields() : {};
  return fields
    .filter((field) => field in all)
    .map((field) => {
      const inner = all[field] && getNamedType(all[field].type);
      return isObjectType(inner)
        ? `${field} { ${Object.keys(inner.getFields()).join(" ")} }`
        : field;
    })
    .join(" ");
};

const create = async ({ mutate }: Editing): Promise<ProductAnswer> => {
  const size = (value: string) => [{ name: "Size", value }];
  const { payload, errors } = await mutate(
    "productCreate",
    {
      product: {
        ...inputOf("ProductDraftInput", { ...OTHER_PRODUCT_PROPERTIES }),
        options: [{ name: "Size", values: ["S", "L"] }],
        media: [{ url: "https://img.example/other.webp" }],
        variants: [
          {
            optionValues: size("S"),
            ...inputOf("VariantDraftInput", { ...OTHER_VARIANT_PROPERTIES }),
            weight: WEIGHT,
            mediaIndex: 0,
          },
          { optionValues: size("L") },
        ],
      },
    },
    "product { id variants { nodes { id } } }",
  );
  expect([errors, payload["userErrors"]]).toEqual([[], []]);
  return payload["product"] as ProductAnswer;
};

const read = async ({ ask }: Editing, id: string): Promise<ProductAnswer> => {
  const { data, errors } = await ask(
    `query ($id: ID!) { product(by: { id: $id }) { id ${selection(SCHEMAS.admin, "Product", OF_PRODUCT)}
      variants { nodes { id weight { grams unit } image { url } ${selection(SCHEMAS.admin, "Variant", OF_VARIANT)} } }
      history { nodes { changes { path before after } } } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  return data?.["product"] as ProductAnswer;
};

/** The product as the shop shows it, with the history that staff sees. */
const readInShop = async (editor: Editing, id: string): Promise<ProductAnswer> => {
  const { data, errors } = await send(editor.world, {
    api: "shop",
    viewer: "guest",
    query: `query ($id: ID!) { product(by: { id: $id }) { id ${selection(SCHEMAS.shop, "Product", OF_PRODUCT)}
      variants { nodes { id ${selection(SCHEMAS.shop, "Variant", OF_VARIANT_IN_SHOP)} } } } }`,
    variables: { id },
  });
  expect(errors).toEqual([]);
  const { history } = await read(editor, id);
  return { ...(data?.["product"] as ProductAnswer), history };
};

const exportedAndImported = async (
  subject: EveryFieldSubject,
): Promise<ProductSnapshot | undefined> => {
  const files = new ShopifyCsvFiles();
  const shop = catalog({
    ...subject.needs,
    clock: fixedClock(NOW.toISOString()),
    ids: numberedIds(),
    currency: "EUR",
  });
  const { shape, records } = await shop.exportProducts({}, OPERATOR);
  let text = "";
  for await (const piece of files.text(shape, records)) text += piece;
  const copy = inMemoryCatalog();
  const folder = await mkdtemp(join(tmpdir(), "plinth-every-field-"));
  try {
    await writeFile(join(folder, "products.csv"), text);
    const file = await files.open(join(folder, "products.csv"), { currency: "EUR" });
    const report = await copy.catalog.importProducts({ file }, OPERATOR);
    expect(report.products.refused).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [...copy.database.rows<ProductSnapshot>("product").values()].find(
    ({ title }) => title === OTHER_PRODUCT_PROPERTIES.title,
  );
};
