import type {
  ScheduledPriceFilter,
  ScheduledPriceReads,
  ScheduledPriceView,
} from "../../application/catalog/ports.js";
import { CHANGE_PRICE, planOf } from "../../application/pricing/pricing.js";
import type { WorkId } from "../../application/shared/schedule.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupBy } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { fromSqlJson, fromSqlTime, placeholders, type Row } from "../shared/sql.js";

const SOONEST_FIRST: KeysetOrder = {
  name: "at",
  column: "w.due_at",
  kind: "time",
  idColumn: "w.id",
  reverse: false,
};
const COLUMNS = "w.id, w.subject, w.due_at, w.facts";
const TO_COME: Condition = { sql: "w.kind = ? AND w.status = 'PENDING'", values: [CHANGE_PRICE] };

export const typeormScheduledPriceReads = (source: ReadSource): ScheduledPriceReads => ({
  ofVariants: async (ids) => {
    if (ids.length === 0) return new Map();
    const { sql, values } = allOf([
      TO_COME,
      { sql: `w.subject IN (${placeholders(ids)})`, values: ids },
    ]);
    const rows = groupBy(
      await source.query(
        `SELECT ${COLUMNS} FROM scheduled_work w WHERE ${sql} ORDER BY w.due_at, w.id`,
        values,
      ),
      "subject",
    );
    return new Map(
      ids.map((variant) => [variant, (rows.get(variant) ?? []).map(toScheduledPrice)]),
    );
  },
  byId: async (ids) => {
    if (ids.length === 0) return [];
    const { sql, values } = allOf([
      TO_COME,
      { sql: `w.id IN (${placeholders(ids)})`, values: ids },
    ]);
    return (await source.query(`SELECT ${COLUMNS} FROM scheduled_work w WHERE ${sql}`, values)).map(
      toScheduledPrice,
    );
  },
  list: async (filter, page) => {
    const { conditions, select, orderBy, limit } = keyset(SOONEST_FIRST, page);
    const { sql, values } = allOf([TO_COME, ...chosen(filter), ...conditions]);
    const rows = await source.query(
      `SELECT ${COLUMNS}, ${select} FROM scheduled_work w WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, SOONEST_FIRST, page, toScheduledPrice);
  },
  count: async (filter) => {
    const { sql, values } = allOf([TO_COME, ...chosen(filter)]);
    const [row] = await source.query(
      `SELECT COUNT(*) AS total FROM scheduled_work w WHERE ${sql}`,
      values,
    );
    return Number(row?.["total"] ?? 0);
  },
});

const chosen = ({ product }: ScheduledPriceFilter): readonly Condition[] =>
  product === undefined
    ? []
    : [
        {
          sql: "w.subject IN (SELECT v.id FROM catalog_variant v WHERE v.product_id = ?)",
          values: [product],
        },
      ];

const toScheduledPrice = (row: Row): ScheduledPriceView => {
  const plan = planOf(fromSqlJson<Readonly<Record<string, unknown>>>(row["facts"]));
  return {
    id: id<WorkId>(String(row["id"])),
    variantId: id<VariantId>(String(row["subject"])),
    at: fromSqlTime(row["due_at"]),
    until: plan.does === "change" ? plan.until : null,
    change: plan.does === "change" ? plan.change : plan.back.to,
    isReturn: plan.does === "return",
  };
};
