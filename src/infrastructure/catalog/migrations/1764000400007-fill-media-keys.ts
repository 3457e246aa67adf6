import { createHash } from "node:crypto";
import type { MigrationInterface, QueryRunner } from "typeorm";

interface Row {
  readonly id: string;
  readonly url: string;
}

const PORTION = 200;
const PLACES = [
  { table: "catalog_media", id: "id", url: "url", key: "url_key" },
  { table: "catalog_collection", id: "id", url: "image_url", key: "image_key" },
  { table: "catalog_listing", id: "product_id", url: "image_url", key: "image_key" },
] as const;

/**
 * Gives the images that there are the keys of their addresses. Interrupted, it is simply run again.
 */
export class FillMediaKeys1764000400007 implements MigrationInterface {
  readonly name = "FillMediaKeys1764000400007";

  async up(runner: QueryRunner): Promise<void> {
    for (const place of PLACES)
      for await (const rows of portions(runner, place)) await fill(runner, place, rows);
  }

  async down(): Promise<void> {
    // The columns go with the migrations that added them.
  }
}

async function* portions(
  runner: QueryRunner,
  { table, id, url, key }: (typeof PLACES)[number],
): AsyncGenerator<readonly Row[]> {
  for (let after = ""; ;) {
    const rows = (await runner.query(
      `SELECT ${id} AS id, ${url} AS url FROM ${table} WHERE ${id} > ? AND ${url} IS NOT NULL AND ${key} IS NULL ORDER BY ${id} LIMIT ${PORTION}`,
      [after],
    )) as readonly Row[];
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? "";
  }
}

async function fill(
  runner: QueryRunner,
  { table, id, key }: (typeof PLACES)[number],
  rows: readonly Row[],
): Promise<void> {
  const keys = rows.flatMap((row) => [
    row.id,
    createHash("sha256").update(row.url).digest("base64url"),
  ]);
  await runner.query(
    `UPDATE ${table} SET ${key} = CASE ${id} ${rows.map(() => "WHEN ? THEN ?").join(" ")} END WHERE ${id} IN (${rows.map(() => "?").join(", ")})`,
    [...keys, ...rows.map((row) => row.id)],
  );
}
