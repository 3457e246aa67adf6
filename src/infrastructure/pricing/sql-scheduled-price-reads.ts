import type {
  PlannedPrice,
  ScheduledPriceFilter,
  ScheduledPriceReads,
  ScheduledPriceView,
} from "../../application/pricing/ports/scheduled-price-reads.js";
import { CHANGE_PRICE, planOf } from "../../application/pricing/scheduled-prices/price-plan.js";
import type { WorkId } from "../../application/shared/schedule.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";
import { id } from "../../domain/shared/id.js";
import { allOf, isOneOf, type Condition } from "../shared/database/condition.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Row } from "../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime } from "../shared/database/sql-value.js";

const SOONEST_FIRST: KeysetOrder = {
  name: "at",
  column: "w.due_at",
  kind: "time",
  idColumn: "w.id",
  reverse: false,
};
const COLUMNS = ["w.id", "w.subject", "w.due_at", "w.facts"];
const FROM = "scheduled_work w";
const PENDING: Condition = { sql: "w.kind = ? AND w.status = 'PENDING'", values: [CHANGE_PRICE] };

export const sqlScheduledPriceReads = (source: ReadSource): ScheduledPriceReads => ({
  ofVariants: async (ids) => {
    if (ids.length === 0) return new Map();
    const { sql, values } = allOf([PENDING, isOneOf("w.subject", ids)]);
    const rows = groupRows(
      await source.query(
        `SELECT ${COLUMNS.join(", ")} FROM ${FROM} WHERE ${sql} ORDER BY w.due_at, w.id`,
        values,
      ),
      "subject",
    );
    return new Map(
      ids.map((variant) => [variant, (rows.get(variant) ?? []).map(toScheduledPrice)]),
    );
  },

  plansOf: async (ids) => {
    if (ids.length === 0) return new Map();
    const { sql, values } = allOf([PENDING, isOneOf("w.subject", ids)]);
    const rows = groupRows(
      await source.query(
        `SELECT ${COLUMNS.join(", ")}, p.currency, p.price, p.compare_at, p.cost FROM ${FROM} LEFT JOIN pricing_variant_price p ON p.variant_id = w.subject WHERE ${sql} ORDER BY w.due_at, w.id`,
        values,
      ),
      "subject",
    );
    return new Map(
      [...rows].map(([subject, own]) => {
        const variantId = id<VariantId>(subject);
        return [
          variantId,
          { stored: toVariantPrice(variantId, own[0] ?? {}), plans: own.map(toPlannedPrice) },
        ];
      }),
    );
  },

  byId: (ids) =>
    readByKey(source, "w.id", ids, {
      columns: COLUMNS,
      from: FROM,
      where: [PENDING],
      read: toScheduledPrice,
    }),

  list: (filter, page) =>
    readPage(
      source,
      {
        columns: COLUMNS,
        from: FROM,
        where: conditionsOf(filter),
        order: SOONEST_FIRST,
        read: toScheduledPrice,
      },
      page,
    ),

  count: (filter) => countRows(source, { from: FROM, where: conditionsOf(filter) }),
});

const conditionsOf = ({ product }: ScheduledPriceFilter): readonly Condition[] => [
  PENDING,
  ...(product === undefined
    ? []
    : [
        {
          sql: "w.subject IN (SELECT v.id FROM catalog_variant v WHERE v.product_id = ?)",
          values: [product],
        },
      ]),
];

const toVariantPrice = (variantId: VariantId, row: Row): VariantPrice | null => {
  const price = moneyOfRow(row, "price");
  return (
    price && {
      variantId,
      price,
      compareAt: moneyOfRow(row, "compare_at"),
      cost: moneyOfRow(row, "cost"),
    }
  );
};

const toPlannedPrice = (row: Row): PlannedPrice => ({
  id: id<WorkId>(String(row["id"])),
  at: fromSqlTime(row["due_at"]),
  plan: planOf(fromSqlJson<Readonly<Record<string, unknown>>>(row["facts"])),
});

const toScheduledPrice = (row: Row): ScheduledPriceView => {
  const plan = planOf(fromSqlJson<Readonly<Record<string, unknown>>>(row["facts"]));
  return {
    id: id<WorkId>(String(row["id"])),
    variantId: id<VariantId>(String(row["subject"])),
    at: fromSqlTime(row["due_at"]),
    until: plan.kind === "change" ? plan.until : null,
    change: plan.kind === "change" ? plan.change : plan.reversal.to,
    isReturn: plan.kind === "reversal",
  };
};
