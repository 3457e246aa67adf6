import type { FeeReads } from "../../application/pricing/ports/fee-reads.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { ALL_FEES, FEE_TABLE } from "./fee-table.js";

export const sqlFeeReads = (source: ReadSource): FeeReads => ({
  all: async () => (await source.query(ALL_FEES)).map(FEE_TABLE.toRecord),
});
