import { fractionDigits } from "../../../domain/shared/currencies.js";
import type { Money } from "../../../domain/shared/money.js";
import type { Requested } from "../execution/requested-fields.js";

/**
 * Presents amounts with the fields that are requested; all fields without a request. One presenter
 * serves a whole page: a list has hundreds of amounts.
 */
export const moneyPresenter = (requested?: Requested): ((money: Money) => MoneySource) => {
  const has = (field: string) => requested === undefined || requested.has(field);
  const withAmount = has("amount") || has("formatted");
  const withMinorUnits = has("minorUnits");
  return (money) => ({
    amount: withAmount ? money.toDecimal() : "",
    minorUnits: withMinorUnits ? String(money.minorUnits) : "",
    currency: money.currency,
    fractionDigits: fractionDigits(money.currency),
  });
};

export interface MoneySource {
  readonly amount: string;
  readonly minorUnits: string;
  readonly currency: string;
  readonly fractionDigits: number;
}

export const presentMoney = moneyPresenter();

/** A range with the fields that are requested of each end. */
export const presentPriceRange = (
  { min, max }: { readonly min: Money; readonly max: Money },
  requested?: Requested,
): { readonly min: MoneySource; readonly max: MoneySource } => ({
  min: moneyPresenter(requested?.get("min"))(min),
  max: moneyPresenter(requested?.get("max"))(max),
});
