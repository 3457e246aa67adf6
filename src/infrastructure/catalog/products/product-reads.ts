import type { Audience, FieldsOf } from "../../../application/catalog/ports/audience.js";
import type { CatalogReads } from "../../../application/catalog/ports/catalog-reads.js";
import { sortOf, type ProductFilter } from "../../../application/catalog/ports/product-list.js";
import type { ProductView } from "../../../application/catalog/ports/product-view.js";
import type { Condition } from "../../shared/database/condition.js";
import { countByGroup } from "../../shared/database/group-rows.js";
import { countRows, readByKey, readPage, readPages } from "../../shared/database/read-page.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { select, type Selection } from "../../shared/database/selection.js";
import { placeholders } from "../../shared/database/sql-session.js";
import { visibility } from "../columns/visibility.js";
import { withExactSlugs } from "../slugs/with-exact-slugs.js";
import { productConditions } from "./product-conditions.js";
import { productFields } from "./product-fields.js";
import { productOrder } from "./product-order.js";
import { withMatchingVariants } from "./with-matching-variants.js";
import { productTables, walksIndex } from "./product-tables.js";

type Reads = Pick<
  CatalogReads,
  | "products"
  | "countProducts"
  | "productsById"
  | "productsBySlug"
  | "productsOfCollections"
  | "countProductsOfCollections"
>;

export const productReads = (source: ReadSource): Reads => ({
  products: async ({ filter, sort, page }, audience, fields) => {
    const selection = fieldsOf(fields, audience);
    const order = productOrder(sort, filter.collection, audience);
    const statement = { selection, filter, order, dialect: source.dialect };
    const list = {
      ...selection,
      order,
      from: productTables(statement, audience),
      where: [
        ...inCollection(filter),
        ...visibility(audience, "l", walksIndex(statement, audience)),
        ...productConditions(filter, audience),
      ],
    };
    const found = await readPage(source, list, page);
    return fields.has("matchingVariant")
      ? withMatchingVariants(source, found, filter, audience)
      : found;
  },

  countProducts: (filter, audience) =>
    countRows(source, {
      from: productTables({ filter }, audience),
      where: [
        ...inCollection(filter),
        ...visibility(audience, "l"),
        ...productConditions(filter, audience),
      ],
    }),

  productsById: (ids, audience, fields) =>
    byKey(source, "l.product_id", ids, audience, fieldsOf(fields, audience)),

  productsBySlug: async (slugs, audience, fields) => {
    const selection = fieldsOf(new Set([...fields, "slug"]), audience);
    return withExactSlugs(slugs, await byKey(source, "p.slug", slugs, audience, selection));
  },

  productsOfCollections: (ids, page, audience, fields, sorted = "MANUAL") => {
    const { columns, read } = fieldsOf(fields, audience);
    const order = productOrder(sortOf(sorted), ids[0], audience);
    return readPages(source, ids, page, (collection) => ({
      columns: [...columns, "cp.collection_id AS group_id"],
      read,
      order,
      from: productTables(
        { selection: { columns, read }, filter: { collection }, order },
        audience,
      ),
      where: [...inCollection({ collection }), ...visibility(audience, "l")],
    }));
  },

  countProductsOfCollections: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT cp.collection_id AS group_id, COUNT(*) AS total FROM catalog_collection_product cp JOIN catalog_listing l ON l.product_id = cp.product_id",
      where: [
        { sql: `cp.collection_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "l"),
      ],
    })),
});

const fieldsOf = (fields: FieldsOf<ProductView>, audience: Audience): Selection<ProductView> =>
  select(productFields(audience), "l.product_id", fields);

const inCollection = ({ collection }: ProductFilter): readonly Condition[] =>
  collection === undefined ? [] : [{ sql: "cp.collection_id = ?", values: [collection] }];

const byKey = (
  source: ReadSource,
  column: "l.product_id" | "p.slug",
  keys: readonly string[],
  audience: Audience,
  selection: Selection<ProductView>,
) =>
  readByKey(source, column, keys, {
    ...selection,
    from: productTables({ selection }, audience),
    where: visibility(audience, "l"),
  });
