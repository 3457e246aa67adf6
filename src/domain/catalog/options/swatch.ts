import { Problems } from "../../shared/problems.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { oneLine } from "../../shared/text.js";
import type { MediaId } from "../ids.js";
import { InvalidSwatch, OptionValueNotFound } from "./errors.js";

/** What an option value looks like. */
export type Swatch = SwatchLook & {
  /** The stored value, which identifies it. */
  readonly value: string;
};

/** A colour, or an image of the product: what a pattern or a grain looks like. */
export type SwatchLook =
  | {
      /** `#rrggbb`, in lower case. */
      readonly color: string;
      readonly mediaId?: undefined;
    }
  | { readonly mediaId: MediaId; readonly color?: undefined };

interface Values {
  readonly name: string;
  readonly values: readonly string[];
}

const COLOR = /^#[0-9a-f]{6}$/;

/** Whether a colour is in its stored form. */
export const isSwatchColor = (color: string): boolean => COLOR.test(color);

/** What a swatch shows, without its value and in its stored form. @throws InvalidSwatch */
export const swatchLook = ({ color: raw, mediaId }: SwatchLook): SwatchLook => {
  if (mediaId !== undefined) return { mediaId };
  const color = raw.trim().toLowerCase();
  if (!isSwatchColor(color)) throw InvalidSwatch.noColor(raw);
  return { color };
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
  const looks = new Map<string, SwatchLook>();
  const offered = new Set(values);
  for (const [index, swatch] of swatches.entries()) {
    const [value, path] = [oneLine(swatch.value), String(index)];
    if (!offered.has(value)) problems.add(new OptionValueNotFound(value, name, [path, "value"]));
    else if (looks.has(value)) problems.add(new RepeatedEntry(value, [path, "value"]));
    looks.set(value, problems.collect(() => swatchLook(swatch), path) ?? swatch);
  }
  problems.throwIfAny();
  return inOrderOf(values, looks);
};

/** An option with the swatches of those values that it has. */
export const withSwatches = (
  { name, values }: Values,
  swatches: readonly Swatch[] = [],
): Values & { readonly swatches?: readonly Swatch[] } => {
  const kept = inOrderOf(values, looksOf(swatches));
  return { name, values, ...(kept.length > 0 && { swatches: kept }) };
};

/** What each value looks like that has a swatch. */
export const looksOf = (swatches: readonly Swatch[] = []): ReadonlyMap<string, SwatchLook> =>
  new Map(
    swatches.map(({ value, color, mediaId }) => [
      value,
      mediaId === undefined ? { color } : { mediaId },
    ]),
  );

/** An option with other swatches: a value for which `change` gives null has none. */
export const withLooks = <One extends Values & { readonly swatches?: readonly Swatch[] }>(
  option: One,
  change: (look: SwatchLook) => SwatchLook | null,
): Omit<One, "swatches"> & { readonly swatches?: readonly Swatch[] } => {
  const { swatches, ...rest } = option;
  const changed = [...looksOf(swatches)].flatMap(([value, look]) => {
    const other = change(look);
    return other ? [{ value, ...other }] : [];
  });
  return { ...rest, ...(changed.length > 0 && { swatches: changed }) };
};

const inOrderOf = (
  values: readonly string[],
  looks: ReadonlyMap<string, SwatchLook>,
): readonly Swatch[] =>
  values.flatMap((value) => {
    const look = looks.get(value);
    return look === undefined ? [] : [{ value, ...look }];
  });
