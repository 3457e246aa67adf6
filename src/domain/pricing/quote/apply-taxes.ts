import { compareText } from "../compare-text.js";
import { taxAmounts } from "../tax/tax-amounts.js";
import type { TaxedAmount } from "../tax/taxed-amount.js";
import type { ProvidedTaxes } from "../tax/provided-taxes.js";
import { appliedTax, type AppliedTax, type RatedTax } from "../tax/tax-table.js";
import type { Buyer } from "./cart-to-price.js";
import type { MarketTaxes } from "./market-taxes.js";
import type { PricedItem } from "./priced-item.js";
import type { CartWithoutTax } from "./price-without-tax.js";
import type { PriceStepFacts } from "./quote.js";
import { taxedPortions, type TaxedPortion } from "./taxed-portions.js";

/** What a tax comes to, in minor units. */
export interface TaxSum {
  readonly applied: AppliedTax;
  net: number;
  amount: number;
}

export type TaxSums = ReadonlyMap<string, TaxSum>;

/** The taxes of a cart. */
export interface AppliedTaxes {
  /** The key of the tax zone. */
  readonly zone: string | null;
  /** What is owed, by tax and rate. */
  readonly owed: TaxSums;
  /** What the prices include and the buyer does not owe. */
  readonly notOwed: TaxSums;
  readonly owedBy: ReadonlyMap<PricedItem, TaxSums>;
}

/**
 * Adds the taxes to lines and charges. Prices with tax are the same for every buyer of a market who
 * owes tax; a buyer who owes none pays them less the tax at the domestic address.
 * @param provided what a tax provider answered, in the order of lines, then charges; null: the rates
 * of the shop decide
 */
export const applyTaxes = (
  { lines, charges }: CartWithoutTax["taxable"],
  { address, exemption }: Pick<Buyer, "address" | "exemption">,
  marketTaxes: MarketTaxes,
  provided: ProvidedTaxes | null,
): AppliedTaxes => {
  const { areIncluded, rounding, domestic } = marketTaxes;
  const sumsOf = (some: readonly Taxed[]): SumsByItem =>
    sumsByItem(some, taxAmounts(some, rounding, areIncluded), areIncluded);
  const table = address ? marketTaxes.at(address) : domestic;
  const owes = exemption === null && (provided !== null || table.zone !== null);
  const isDecidedHere = owes && provided === null;
  const portions = taxedPortions(lines, charges, isDecidedHere ? table : domestic);
  const ownTaxes = ({ taxCategory }: TaxedPortion): readonly RatedTax[] =>
    isDecidedHere ? table.taxesOn(taxCategory) : [];
  const owedBy =
    owes && provided
      ? providedSums([...lines, ...charges], provided)
      : sumsOf(portions.flatMap((portion) => taxedPortion(portion, ownTaxes(portion))));
  const isOwed = (portion: TaxedPortion): boolean =>
    isDecidedHere ? ownTaxes(portion).length > 0 : owedBy.has(portion.item);
  const free = areIncluded ? portions.filter((portion) => !isOwed(portion)) : [];
  const notOwedBy = sumsOf(
    free.flatMap((portion) => taxedPortion(portion, domestic.taxesOn(portion.taxCategory))),
  );
  for (const item of [...lines, ...charges])
    addTaxSteps(item, owedBy.get(item), notOwedBy.get(item), areIncluded, exemption);
  return {
    zone: provided ? null : (table.zone?.key ?? null),
    owed: total(owedBy),
    notOwed: total(notOwedBy),
    owedBy,
  };
};

/** @throws RangeError when they are the taxes of another cart */
const providedSums = (items: readonly PricedItem[], provided: ProvidedTaxes): SumsByItem => {
  if (provided.length !== items.length)
    throw new RangeError(`There are taxes for ${provided.length} items, not ${items.length}.`);
  const sums = new Map<PricedItem, Map<string, TaxSum>>();
  for (const [index, item] of items.entries()) {
    const taxes = (provided[index] ?? []).map(({ net, amount, ...tax }): [string, TaxSum] => {
      const applied = appliedTax(tax);
      return [applied.key, { applied, net, amount }];
    });
    if (taxes.length > 0) sums.set(item, new Map(taxes));
  }
  return sums;
};

type SumsByItem = ReadonlyMap<PricedItem, Map<string, TaxSum>>;

interface Taxed extends TaxedAmount {
  readonly item: PricedItem;
}

const taxedPortion = (
  { item, amount }: TaxedPortion,
  taxes: readonly RatedTax[],
): readonly Taxed[] =>
  taxes.length === 0 ? [] : [{ item, amount, quantity: item.quantity, taxes }];

const sumsByItem = (
  taxed: readonly Taxed[],
  amounts: readonly (readonly number[])[],
  areIncluded: boolean,
): SumsByItem => {
  const items = new Map<PricedItem, Map<string, TaxSum>>();
  for (const [index, { item, amount, taxes }] of taxed.entries()) {
    const shares = amounts[index] ?? [];
    const included = areIncluded ? shares.reduce((sum, share) => sum + share, 0) : 0;
    const sums = items.get(item) ?? new Map<string, TaxSum>();
    items.set(item, sums);
    for (const [position, applied] of taxes.entries())
      addTo(sums, applied, amount - included, shares[position] ?? 0);
  }
  return items;
};

const addTo = (
  sums: Map<string, TaxSum>,
  applied: AppliedTax,
  net: number,
  amount: number,
): void => {
  const known = sums.get(applied.key);
  if (known) {
    known.net += net;
    known.amount += amount;
  } else sums.set(applied.key, { applied, net, amount });
};

const total = (items: SumsByItem): TaxSums => {
  const sums = new Map<string, TaxSum>();
  for (const one of items.values())
    for (const { applied, net, amount } of one.values()) addTo(sums, applied, net, amount);
  return new Map([...sums].toSorted(([a], [b]) => compareText(a, b)));
};

const addTaxSteps = (
  item: PricedItem,
  owed: TaxSums | undefined,
  free: TaxSums | undefined,
  areIncluded: boolean,
  exemption: string | null,
): void => {
  const gross = item.amount;
  if (areIncluded && owed)
    for (const { applied, amount } of owed.values())
      item.add("INCLUDED_TAX", -amount, gross, applied.label, taxFacts(applied, true));
  if (free)
    for (const { applied, amount } of free.values())
      item.add("INCLUDED_TAX", -amount, gross, notOwed(applied), taxFacts(applied, false));
  item.net = item.amount;
  if (owed)
    for (const { applied, net, amount } of owed.values())
      item.add("TAX", amount, net, applied.label, taxFacts(applied, true));
  if (exemption !== null && item.taxCategory !== null) item.add("TAX", 0, item.net, exemption);
};

export const taxFacts = (
  { tax, partsPerMillion, isCompound }: AppliedTax,
  isOwed: boolean,
): PriceStepFacts => ({ tax: { tax, partsPerMillion, isCompound, isOwed } });

/** Why an included tax is not paid. */
export const notOwed = ({ label }: AppliedTax): string => `${label}, not owed`;
