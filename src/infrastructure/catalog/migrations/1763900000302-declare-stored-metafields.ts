import type { MigrationInterface, QueryRunner } from "typeorm";
import { TypeIds } from "../../shared/type-ids.js";
import { systemClock } from "../../shared/system-clock.js";

/** A custom field as this migration finds it in `catalog_product.metafields`. */
interface Field {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
}

interface Row {
  readonly id: string;
  readonly metafields: string;
}

const PRODUCTS_PER_PORTION = 500;
const ROWS_PER_STATEMENT = 100;

/**
 * Declares the custom fields that products carry already, and notes who carries which. A field that
 * products hold with several types gets the one that all their values fit, and so do they.
 * Interrupted, it is simply run again.
 */
export class DeclareStoredMetafields1763900000302 implements MigrationInterface {
  readonly name = "DeclareStoredMetafields1763900000302";

  async up(runner: QueryRunner): Promise<void> {
    const types = new Map<string, Field>();
    for await (const rows of portions(runner))
      for (const field of rows.flatMap(fieldsOf))
        types.set(nameOf(field), {
          ...field,
          type: wider(types.get(nameOf(field))?.type ?? field.type, field.type),
        });
    await declare(runner, [...types.values()]);
    for await (const rows of portions(runner)) await note(runner, rows, types);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM catalog_product_metafield");
    await runner.query("DELETE FROM catalog_metafield_definition");
  }
}

const nameOf = ({ namespace, key }: Field): string => `${namespace}.${key}`;

const fieldsOf = ({ metafields }: Row): readonly Field[] =>
  JSON.parse(metafields) as readonly Field[];

const HAS_LINES = new Set(["MULTILINE_TEXT", "JSON"]);

const wider = (one: string, other: string): string => {
  if (one === other) return one;
  return HAS_LINES.has(one) || HAS_LINES.has(other) ? "MULTILINE_TEXT" : "TEXT";
};

async function* portions(runner: QueryRunner): AsyncGenerator<readonly Row[]> {
  for (let after = ""; ;) {
    const rows = (await runner.query(
      `SELECT id, metafields FROM catalog_product WHERE id > ? ORDER BY id LIMIT ${PRODUCTS_PER_PORTION}`,
      [after],
    )) as readonly Row[];
    if (rows.length === 0) return;
    yield rows.filter(({ metafields }) => metafields !== "[]");
    after = rows.at(-1)?.id ?? "";
  }
}

async function declare(runner: QueryRunner, fields: readonly Field[]): Promise<void> {
  const [ids, now] = [
    new TypeIds(systemClock),
    systemClock.now().toISOString().replace("T", " ").replace("Z", ""),
  ];
  const columns = [
    "id",
    "namespace",
    "field_key",
    "full_name",
    "type",
    "name",
    "description",
    "folded_words",
    "version",
    "created_at",
    "updated_at",
  ];
  const rows = fields.map((field) => [
    ids.next("metafield"),
    field.namespace,
    field.key,
    nameOf(field),
    field.type,
    field.key,
    "",
    `${nameOf(field)} ${field.key}`.toLowerCase(),
    1,
    now,
    now,
  ]);
  await insertMissing(runner, "catalog_metafield_definition", columns, rows);
}

async function note(
  runner: QueryRunner,
  products: readonly Row[],
  types: ReadonlyMap<string, Field>,
): Promise<void> {
  await insertMissing(
    runner,
    "catalog_product_metafield",
    ["product_id", "full_name"],
    products.flatMap((product) => fieldsOf(product).map((field) => [product.id, nameOf(field)])),
  );
  for (const product of products) {
    const fields = fieldsOf(product);
    const declared = fields.map((field) => ({
      ...field,
      type: types.get(nameOf(field))?.type ?? field.type,
    }));
    if (declared.some(({ type }, index) => type !== fields[index]?.type))
      await runner.query("UPDATE catalog_product SET metafields = ? WHERE id = ?", [
        JSON.stringify(declared),
        product.id,
      ]);
  }
}

async function insertMissing(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const insert = runner.connection.options.type === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const some = rows.slice(start, start + ROWS_PER_STATEMENT);
    const tuple = `(${columns.map(() => "?").join(", ")})`;
    await runner.query(
      `${insert} INTO ${table} (${columns.join(", ")}) VALUES ${some.map(() => tuple).join(", ")}`,
      some.flat(),
    );
  }
}
