import type { ProductSnapshot } from "../../domain/catalog/product.js";
import { same } from "../../domain/shared/same.js";
import {
  inChunks,
  insertRows,
  isDuplicate,
  placeholders,
  type Row,
  type SqlSession,
} from "../shared/sql.js";
import { toVariant, toVariantRow } from "./product-rows.js";
import { takenSku } from "./taken-keys.js";

/**
 * Writes the variants of new products, and of revised ones those that are not stored like this already: there may be thousands.
 * @throws SkuTaken
 */
export const writeVariants = async (
  session: SqlSession,
  added: readonly ProductSnapshot[],
  revised: readonly ProductSnapshot[],
): Promise<void> => {
  const all = [...added, ...revised];
  const wanted = new Map<string, Place>(
    all.flatMap((product) =>
      product.variants.map((variant, position) => [variant.id, { product, variant, position }]),
    ),
  );
  const [outdated, moved]: [string[], string[]] = [[], []];
  for (const row of await storedVariants(session, revised)) {
    const id = String(row["id"]);
    const place = wanted.get(id);
    if (!place || !same(toVariant(row), place.variant)) outdated.push(id);
    else if (Number(row["position"]) !== place.position) moved.push(id);
    else wanted.delete(id);
  }
  // What is outdated goes before anything comes, so that variants may exchange their SKUs.
  for (const ids of inChunks(outdated))
    await session.change(`DELETE FROM catalog_variant WHERE id IN (${placeholders(ids)})`, ids);
  for (const ids of inChunks(moved))
    await move(session, ids, (id) => wanted.get(id)?.position ?? 0);
  for (const id of moved) wanted.delete(id);
  await insert(session, [...wanted.values()], all);
};

interface Place {
  readonly product: ProductSnapshot;
  readonly variant: ProductSnapshot["variants"][number];
  readonly position: number;
}

async function storedVariants(
  session: SqlSession,
  products: readonly ProductSnapshot[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const chunk of inChunks(products))
    rows.push(
      ...(await session.query(
        `SELECT * FROM catalog_variant WHERE product_id IN (${placeholders(chunk)})`,
        chunk.map(({ id }) => id),
      )),
    );
  return rows;
}

async function move(
  session: SqlSession,
  ids: readonly string[],
  positionOf: (id: string) => number,
): Promise<void> {
  const cases = ids.map(() => "WHEN ? THEN ?").join(" ");
  await session.change(
    `UPDATE catalog_variant SET position = CASE id ${cases} ELSE position END WHERE id IN (${placeholders(ids)})`,
    [...ids.flatMap((id) => [id, positionOf(id)]), ...ids],
  );
}

async function insert(
  session: SqlSession,
  places: readonly Place[],
  products: readonly ProductSnapshot[],
): Promise<void> {
  try {
    await insertRows(
      session,
      "catalog_variant",
      places.map(({ product, variant, position }) => toVariantRow(product.id, variant, position)),
    );
  } catch (error) {
    if (isDuplicate(error, "catalog_variant", "sku")) throw await takenSku(session, products);
    throw error;
  }
}
