import { TwoDefaults } from "./errors.js";

/** What is taxed alike. One category is the default: that of goods without one of their own. */
export interface TaxCategory {
  readonly key: string;
  readonly isDefault: boolean;
}

/** @throws TwoDefaults */
export const checkOneDefault = (categories: readonly TaxCategory[]): void => {
  const [one, other] = categories.filter(({ isDefault }) => isDefault);
  if (one && other) throw new TwoDefaults("tax category", other.key, one.key, ["isDefault"]);
};
