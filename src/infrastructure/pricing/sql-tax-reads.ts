import type { TaxRateFilter, TaxReads } from "../../application/pricing/ports/tax-reads.js";
import type { Condition } from "../shared/database/condition.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Row } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import { TAX_TABLES } from "./tax-tables.js";

const BY_CREATION: KeysetOrder = {
  name: "tax rate",
  column: "id",
  kind: "text",
  idColumn: "id",
  reverse: false,
};

export const sqlTaxReads = (source: ReadSource): TaxReads => ({
  categories: keyedReads(source, TAX_TABLES.category),
  zones: keyedReads(source, TAX_TABLES.zone),
  rates: {
    list: (filter, page) =>
      readPage(source, { ...RATES, where: conditionsOf(filter), order: BY_CREATION }, page),
    count: (filter) => countRows(source, { from: RATES.from, where: conditionsOf(filter) }),
    byId: (ids) => readByKey(source, "id", ids, { ...RATES, where: [] }),
  },
});

const RATES = {
  columns: [TAX_TABLES.rate.selection],
  from: TAX_TABLES.rate.name,
  read: TAX_TABLES.rate.toRecord,
};

const conditionsOf = ({ zone, category, validAt }: TaxRateFilter): readonly Condition[] => [
  ...(zone === undefined ? [] : [{ sql: "zone_key = ?", values: [zone] }]),
  ...(category === undefined ? [] : [{ sql: "category_key = ?", values: [category] }]),
  ...(validAt === undefined
    ? []
    : [
        {
          sql: "(valid_from IS NULL OR valid_from <= ?) AND (valid_until IS NULL OR valid_until > ?)",
          values: [toSqlTime(validAt), toSqlTime(validAt)],
        },
      ]),
];

const keyedReads = <View>(
  source: ReadSource,
  table: {
    readonly name: string;
    readonly keyColumn: string;
    readonly selection: string;
    readonly toRecord: (row: Row) => View;
  },
) => {
  const selection = {
    columns: [table.selection],
    from: table.name,
    where: [],
    read: table.toRecord,
  };
  const order: KeysetOrder = {
    name: table.name,
    column: table.keyColumn,
    kind: "text",
    idColumn: "id",
    reverse: false,
  };
  return {
    list: (page: Parameters<typeof readPage>[2]) => readPage(source, { ...selection, order }, page),
    count: () => countRows(source, selection),
    byId: (ids: readonly string[]) => readByKey(source, "id", ids, selection),
    byKey: (keys: readonly string[]) => readByKey(source, table.keyColumn, keys, selection),
  };
};
