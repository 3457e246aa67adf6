import type { FeeSnapshot } from "../../domain/pricing/fees/fee.js";
import {
  flag,
  json,
  number,
  optionalText,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import type { RowSource } from "../shared/database/sql-session.js";
import { tableOf } from "../shared/database/table-of.js";

const FEE_COLUMNS: Columns<FeeSnapshot> = {
  id: word("id"),
  key: text("fee_key"),
  name: text("name"),
  kind: word("kind"),
  per: word("charged_per"),
  amounts: json("amounts"),
  taxCategory: optionalText("tax_category"),
  position: number("position"),
  isActive: flag("is_active"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

/** How a fee is stored in `pricing_fee`. */
export const FEE_TABLE = {
  name: "pricing_fee",
  keyColumn: "fee_key",
  ...tableOf(FEE_COLUMNS),
} as const;

/** All fees, in their order. There are few, so none is indexed by position. */
const ALL_FEES = `SELECT ${FEE_TABLE.selection} FROM pricing_fee ORDER BY position, fee_key`;

export const readFees = async (source: RowSource): Promise<readonly FeeSnapshot[]> =>
  (await source.query(ALL_FEES)).map(FEE_TABLE.toRecord);
