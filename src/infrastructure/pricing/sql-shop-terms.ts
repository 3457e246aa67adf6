import type { ShopTerms, ShopTermsView } from "../../application/pricing/ports/shop-terms.js";
import { remembered } from "../shared/database/remembered.js";
import type { RowSource } from "../shared/database/sql-session.js";
import { readFees } from "./fee-table.js";
import { readMarkets } from "./read-markets.js";
import { readShopTaxes } from "./read-shop-taxes.js";

/** In five statements. */
const readTerms = async (source: RowSource): Promise<ShopTermsView> => ({
  markets: await readMarkets(source),
  taxes: await readShopTaxes(source),
  fees: await readFees(source),
});

const termsAt = remembered(readTerms);

export const sqlShopTerms = (source: RowSource): ShopTerms => ({
  at: (revision) => termsAt(source, revision),
});
