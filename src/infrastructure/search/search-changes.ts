import type { SearchChange } from "../../application/search/ports/search-source.js";
import { kindOf } from "../../application/shared/ids.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, toChunks, type Row } from "../shared/database/sql-session.js";
import { fromSqlJson } from "../shared/database/sql-value.js";
import { idsInFacts } from "./ids-in-facts.js";

/** The prices of a new list are computed for all products, and no event names them. */
export const EVENTS_ABOUT_ALL: ReadonlySet<string> = new Set(["pricing.price-list-ready"]);

/** The definition of a custom field was created, changed or deleted. */
export const isAboutFields = (type: string): boolean =>
  type.startsWith("catalog.metafield-definition-");

/** What has to be read again after events: everything whose id is in their facts. */
export async function searchChanges(
  source: Pick<ReadSource, "query">,
  rows: readonly Row[],
): Promise<readonly SearchChange[]> {
  const named = rows.map((row) => ({
    key: Number(row["id"]),
    isAboutAll: EVENTS_ABOUT_ALL.has(String(row["type"])),
    isAboutFields: isAboutFields(String(row["type"])),
    ids: idsInFacts(fromSqlJson<unknown>(row["payload"])),
  }));
  // Events of stock name the variant only. All others that name a variant also name its product.
  const variants = [
    ...new Set(
      named.flatMap(({ ids }) =>
        ids.some((one) => kindOf(one) === "product")
          ? []
          : ids.filter((one) => kindOf(one) === "variant"),
      ),
    ),
  ];
  const owners = new Map<string, ProductId>();
  for (const chunk of toChunks(variants)) {
    const found = await source.query(
      `SELECT id, product_id FROM catalog_variant WHERE id IN (${placeholders(chunk)})`,
      chunk,
    );
    for (const row of found)
      owners.set(String(row["id"]), id<ProductId>(String(row["product_id"])));
  }
  return named.map(({ key, isAboutAll, isAboutFields: ofFields, ids }) => ({
    key,
    isAboutAll,
    isAboutFields: ofFields,
    products: [
      ...new Set(
        ids.flatMap((one) =>
          kindOf(one) === "product" ? [id<ProductId>(one)] : (owners.get(one) ?? []),
        ),
      ),
    ],
    collections: ids
      .filter((one) => kindOf(one) === "collection")
      .map((one) => id<CollectionId>(one)),
  }));
}
