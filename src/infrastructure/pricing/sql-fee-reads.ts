import type { FeeReads } from "../../application/pricing/ports/fee-reads.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { readFees } from "./fee-table.js";

export const sqlFeeReads = (source: ReadSource): FeeReads => ({
  all: () => readFees(source),
});
