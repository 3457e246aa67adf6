import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { deepEqual } from "../../domain/shared/deep-equal.js";
import type { Money } from "../../domain/shared/money.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";

export const PRICE_HISTORY = "pricing_price_history" as const;
/** The list of the variants' own prices. */
export const OWN = "";
const KEY = ["variant_id", "price_list_id", "min_quantity", "valid_from"];

type Amounts = { readonly price: Money; readonly compareAt: Money | null } | null;

interface ChangedPrice {
  readonly variantId: VariantId;
  readonly priceList?: PriceListId;
  readonly minimumQuantity?: number;
  readonly before: Amounts;
  readonly price: Amounts;
}

/**
 * Notes what changed prices are from now on; the last of several within one millisecond counts. A
 * price whose amounts are as before is not noted.
 */
export const writePriceHistory = (
  session: SqlSession,
  now: Date,
  changes: readonly ChangedPrice[],
): Promise<void> =>
  upsertRows(
    session,
    PRICE_HISTORY,
    KEY,
    changes
      .filter(({ before, price }) => !deepEqual(amountsOf(before), amountsOf(price)))
      .map(({ variantId, priceList = OWN, minimumQuantity = 1, price }) => ({
        variant_id: variantId,
        price_list_id: priceList,
        min_quantity: minimumQuantity,
        valid_from: toSqlTime(now),
        currency: price?.price.currency ?? null,
        price: price?.price.minorUnits ?? null,
        compare_at: price?.compareAt?.minorUnits ?? null,
      })),
  );

const amountsOf = (amounts: Amounts) => amounts && [amounts.price, amounts.compareAt];
