/** A tax on one item, as a provider works it out. */
export interface ProvidedTax {
  /** For people: "VAT", "Colorado State". */
  readonly tax: string;
  /** 190,000 is 19 %. */
  readonly partsPerMillion: number;
  readonly isCompound: boolean;
  /** What is taxed, without tax, in minor units; at most what the item costs. */
  readonly net: number;
  /** Minor units. */
  readonly amount: number;
}

/** The taxes of each item of a question, in its order. None: the buyer owes none on it. */
export type ProvidedTaxes = readonly (readonly ProvidedTax[])[];

export const TAX_SOURCES = ["SHOP", "PROVIDER", "FALLBACK"] as const;

/**
 * Who decided the taxes: the rates of the shop, a tax provider, or the rates of the shop because the
 * provider did not answer.
 */
export type TaxSource = (typeof TAX_SOURCES)[number];

/** Where the taxes of a quote come from. */
export type TaxDecision =
  | { readonly source: "SHOP" | "FALLBACK"; readonly taxes: null }
  | { readonly source: "PROVIDER"; readonly taxes: ProvidedTaxes };

interface ItemToTax {
  readonly amount: number;
  readonly taxCategory: string | null;
}

const MAX_TAXES = 20;
const MAX_NAME = 64;
const MILLION = 1_000_000;

/**
 * Checks what came from outside before it is used.
 * @throws RangeError when the items do not match, a tax is not a whole amount from zero to the
 * amount of its item, or is on more than that, included taxes together exceed it, or goods that are never taxed are
 */
export const checkProvidedTaxes = (items: readonly ItemToTax[], taxes: ProvidedTaxes): void => {
  if (!Array.isArray(taxes) || taxes.length !== items.length)
    throw new RangeError(`The tax provider answered for other items than ${items.length}.`);
  for (const [index, item] of items.entries()) checkItem(item, taxes[index] ?? [], index);
};

const checkItem = (
  { amount, taxCategory }: ItemToTax,
  taxes: readonly ProvidedTax[],
  index: number,
): void => {
  const fail = (what: string): never => {
    throw new RangeError(`The tax provider answered ${what} for the item ${index}.`);
  };
  if (!Array.isArray(taxes) || taxes.length > MAX_TAXES) fail("no list, or too many taxes,");
  if (taxCategory === null && taxes.length > 0) fail("taxes on what is never taxed");
  const names = new Set<string>();
  let sum = 0;
  for (const one of taxes) {
    if (typeof one.tax !== "string" || one.tax.trim() === "" || one.tax.length > MAX_NAME)
      fail("a tax without a usable name");
    if (!isWhole(one.partsPerMillion) || one.partsPerMillion >= MILLION) fail("an impossible rate");
    if (typeof one.isCompound !== "boolean") fail("no word on whether a tax is compound");
    if (!isWhole(one.net) || one.net > amount) fail(`the taxed amount ${String(one.net)}`);
    if (!isWhole(one.amount)) fail(`the tax ${String(one.amount)}`);
    sum += one.amount;
    names.add(JSON.stringify([one.tax, one.partsPerMillion, one.isCompound]));
  }
  if (names.size !== taxes.length) fail("one tax twice");
  if (sum > amount) fail("more tax than the item costs");
};

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
