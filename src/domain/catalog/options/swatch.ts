import { Problems } from "../../shared/problems.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { oneLine } from "../../shared/text.js";
import { InvalidSwatch, OptionValueNotFound } from "./errors.js";

/** What an option value looks like. */
export interface Swatch {
  /** The stored value, which identifies it. */
  readonly value: string;
  /** `#rrggbb`, in lower case. */
  readonly color: string;
}

interface Values {
  readonly name: string;
  readonly values: readonly string[];
}

const COLOR = /^#[0-9a-f]{6}$/;

/** Whether a colour is in its stored form. */
export const isSwatchColor = (color: string): boolean => COLOR.test(color);

/** A colour in its stored form. @throws InvalidSwatch */
export const swatchColor = (raw: string): string => {
  const color = raw.trim().toLowerCase();
  if (!isSwatchColor(color)) throw new InvalidSwatch(raw, ["color"]);
  return color;
};

/**
 * Swatches in their stored form, in the order of the values.
 * @throws Refused with InvalidSwatch, OptionValueNotFound, RepeatedEntry
 */
export const checkedSwatches = (
  { name, values }: Values,
  swatches: readonly Swatch[],
): readonly Swatch[] => {
  const problems = new Problems();
  const colors = new Map<string, string>();
  const offered = new Set(values);
  for (const [index, { value: raw, color }] of swatches.entries()) {
    const [value, path] = [oneLine(raw), String(index)];
    if (!offered.has(value)) problems.add(new OptionValueNotFound(value, name, [path, "value"]));
    else if (colors.has(value)) problems.add(new RepeatedEntry(value, [path, "value"]));
    colors.set(value, problems.collect(() => swatchColor(color), path) ?? color);
  }
  problems.throwIfAny();
  return inOrderOf(values, colors);
};

/** An option with the swatches of those values that it has. */
export const withSwatches = (
  { name, values }: Values,
  swatches: readonly Swatch[] = [],
): Values & { readonly swatches?: readonly Swatch[] } => {
  const kept = inOrderOf(values, colorsOf(swatches));
  return { name, values, ...(kept.length > 0 && { swatches: kept }) };
};

/** The colours of values. */
export const colorsOf = (swatches: readonly Swatch[] = []): ReadonlyMap<string, string> =>
  new Map(swatches.map(({ value, color }) => [value, color]));

const inOrderOf = (
  values: readonly string[],
  colors: ReadonlyMap<string, string>,
): readonly Swatch[] =>
  values.flatMap((value) => {
    const color = colors.get(value);
    return color === undefined ? [] : [{ value, color }];
  });
