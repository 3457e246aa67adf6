import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { fractionDigits } from "../../shared/currencies.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { checkedKey } from "../checked-key.js";
import { InvalidFee } from "./errors.js";

/** What a fee is charged for. */
export const FEE_KINDS = ["GIFT_WRAP", "DEPOSIT", "SMALL_ORDER"] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** Charged once for the order, or for each unit of its lines. */
export const FEE_BASES = ["ORDER", "UNIT"] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

/** What a fee is in one currency, in minor units. */
export interface FeeAmount {
  /** ISO 4217. */
  readonly currency: string;
  readonly amount: number;
  /** The subtotal below which a small order is charged; null for other kinds. */
  readonly below: number | null;
}

/** The editable content of a fee. */
export interface FeeContent {
  /** The name for programs. Unique. */
  readonly key: string;
  readonly name: string;
  readonly kind: FeeKind;
  readonly per: FeeBasis;
  /** One for each currency, by currency. */
  readonly amounts: readonly FeeAmount[];
  /** The key of the tax category; null: never taxed. */
  readonly taxCategory: string | null;
  /** Smaller ones come first. */
  readonly position: number;
  readonly isActive: boolean;
}

export const MAX_FEE_AMOUNTS = 50;
export const LAST_FEE_POSITION = 1_000_000;
// Far above any fee, and small enough that sums stay exact.
const LARGEST = 1_000_000_000_000;

/**
 * The content in its stored form.
 * @throws Refused with InvalidKey, InvalidText, UnknownCurrency, InvalidFee, RepeatedEntry, TooMany
 */
export const checkedFee = (content: FeeContent): FeeContent => {
  const problems = new Problems();
  const { key, kind, per, position } = content;
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(content.name, { what: "The name of a fee", min: 1, max: 255 }),
      "name",
    ) ?? content.name;
  if (kind === "SMALL_ORDER" && per === "UNIT")
    problems.add(new InvalidFee("A small order is charged once. Use ORDER.", ["per"]));
  checkAmounts(content, problems);
  if (!isWhole(position, LAST_FEE_POSITION))
    problems.add(
      new InvalidFee(`Use a whole number from 0 to ${LAST_FEE_POSITION}.`, ["position"]),
    );
  problems.throwIfAny();
  const amounts = content.amounts.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  return { ...content, name, amounts };
};

const checkAmounts = ({ kind, amounts }: FeeContent, problems: Problems): void => {
  if (amounts.length === 0)
    problems.add(new InvalidFee("Enter how much it is, at least 0.", ["amounts"]));
  if (amounts.length > MAX_FEE_AMOUNTS)
    problems.add(
      new TooMany("currencies", amounts.length, MAX_FEE_AMOUNTS).prefixPath(["amounts"]),
    );
  const seen = new Set<string>();
  for (const [index, { currency, amount, below }] of amounts.entries()) {
    const path = ["amounts", String(index)];
    problems.collect(() => fractionDigits(currency), ...path, "currency");
    if (seen.size === seen.add(currency).size)
      problems.add(new RepeatedEntry(currency, [...path, "currency"]));
    if (!isWhole(amount, LARGEST)) problems.add(outOfRange([...path, "amount"]));
    if (kind === "SMALL_ORDER" && below === null)
      problems.add(
        new InvalidFee("Enter the subtotal below which it is charged.", [...path, "below"]),
      );
    if (kind !== "SMALL_ORDER" && below !== null)
      problems.add(
        new InvalidFee("Only a fee on small orders has such a subtotal. Leave it out.", [
          ...path,
          "below",
        ]),
      );
    else if (below !== null && !isWhole(below, LARGEST))
      problems.add(outOfRange([...path, "below"]));
  }
};

const isWhole = (number: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= 0 && number <= most;

const outOfRange = (path: readonly string[]): InvalidFee =>
  new InvalidFee(`Use an amount from 0 to ${LARGEST} of the smallest unit.`, path);
