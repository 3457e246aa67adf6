import { fullName } from "../../../domain/catalog/metafields/metafield.js";
import {
  METAFIELD_OWNERS,
  type MetafieldOwner,
} from "../../../domain/catalog/metafields/metafield-usage.js";
import { COLUMNS, GOOGLE, GOOGLE_COLUMNS, NOT_KEPT, type Field } from "./columns.js";
import {
  readMetafieldHeader,
  untyped,
  type MetafieldHeader,
} from "../../../application/catalog/import-export/metafield-header.js";
import { foldHeader } from "../../shared/csv/fold-header.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

interface OptionColumns {
  readonly name: number | null;
  readonly value: number | null;
  readonly swatch: number | null;
}

/** The column of a metafield. */
export interface MetafieldColumn extends MetafieldHeader {
  readonly index: number;
}

/** The meaning of the columns of a file. */
export interface Header {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<Field, number>;
  /** By the number of the option, lowest first. */
  readonly options: readonly OptionColumns[];
  readonly metafields: readonly MetafieldColumn[];
  /** The indexes of the columns whose cells are imported. */
  readonly imported: readonly number[];
  readonly unknown: readonly string[];
  readonly notKept: readonly string[];
  /** Pairs of columns with the same meaning. */
  readonly clashes: readonly (readonly [string, string])[];
}

const FIELDS = new Map<string, Field>(
  Object.entries(COLUMNS).flatMap(([field, names]) =>
    names.map((name) => [foldHeader(name), field as Field] as const),
  ),
);
const GOOGLE_KEYS = new Map(
  Object.entries(GOOGLE_COLUMNS).flatMap(([key, names]) =>
    names.map((name) => [foldHeader(name), key] as const),
  ),
);

export const readHeader = (cells: readonly string[]): Header => {
  const names = cells.map(
    (cell, index) => cell.replace(/^\uFEFF/, "").trim() || `(column ${index + 1}, without a name)`,
  );
  const meanings = cells.map(meaning);
  const first = new Map<string, number>();
  const clashes: (readonly [string, string])[] = [];
  for (const [index, what] of meanings.entries()) {
    if (what === null || what.is === "not kept") continue;
    const earlier = first.get(what.id);
    if (earlier === undefined) first.set(what.id, index);
    else clashes.push([names[earlier] ?? "", names[index] ?? ""]);
  }
  const namesWhere = (is: (what: Meaning | null) => boolean): string[] =>
    names.filter((_, index) => is(meanings[index] ?? null));
  return {
    names,
    at: new Map(
      meanings.flatMap((what, index) =>
        what?.is === "field" && first.get(what.id) === index ? [[what.field, index] as const] : [],
      ),
    ),
    options: optionColumns(meanings),
    metafields: withAllOwners(
      meanings.flatMap((what, index) =>
        what?.is === "metafield" ? [{ index, ...what.field }] : [],
      ),
    ),
    imported: meanings.flatMap((what, index) =>
      what === null || what.is === "not kept" || (what.is === "field" && what.field === "currency")
        ? []
        : [index],
    ),
    unknown: namesWhere((what) => what === null),
    notKept: namesWhere(
      (what) => what?.is === "not kept" || (what?.is === "field" && what.field === "currency"),
    ),
    clashes,
  };
};

/**
 * How many of the columns are known. The right delimiter of a file is the one with the most known
 * columns.
 */
export const countKnownColumns = (cells: readonly string[]): number =>
  cells.filter((cell) => meaning(cell) !== null).length;

type OptionPart = keyof OptionColumns;

type Meaning =
  | { readonly is: "field"; readonly id: string; readonly field: Field }
  | {
      readonly is: "option";
      readonly id: string;
      readonly number: number;
      readonly part: OptionPart;
    }
  | {
      readonly is: "metafield";
      readonly id: string;
      readonly field: MetafieldHeader;
    }
  | { readonly is: "not kept" };

function meaning(cell: string): Meaning | null {
  const name = foldHeader(cell);
  const known = FIELDS.get(name);
  if (known) return { is: "field", id: known, field: known };
  const option = /^option ?\/?(\d{1,2}) (name|value|swatch)$/.exec(name);
  if (option)
    return {
      is: "option",
      id: `option ${option[1]} ${option[2]}`,
      number: Number(option[1]),
      part: option[2] as OptionPart,
    };
  const google = GOOGLE_KEYS.get(/^google shopping[/ ]?(.+)$/.exec(name)?.[1] ?? "");
  if (google) return metafieldColumn(untyped(GOOGLE, google));
  const field = readMetafieldHeader(fromSafeCell(cell));
  // Those of collections are in a file of their own.
  if (field && field.owner !== "COLLECTION") return metafieldColumn(field);
  return NOT_KEPT.some((pattern) => pattern.test(name)) ? { is: "not kept" } : null;
}

/** One field with a column for products and one for variants is a field of both. */
const withAllOwners = (columns: readonly MetafieldColumn[]): readonly MetafieldColumn[] => {
  const owners = new Map<string, ReadonlySet<MetafieldOwner>>();
  for (const column of columns) {
    const before = owners.get(fullName(column)) ?? [];
    owners.set(fullName(column), new Set([...before, ...column.owners]));
  }
  return columns.map((column) => ({
    ...column,
    owners: METAFIELD_OWNERS.filter((owner) => owners.get(fullName(column))?.has(owner)),
  }));
};

const metafieldColumn = (field: MetafieldHeader): Meaning => ({
  is: "metafield",
  id: `metafield ${field.owner} ${fullName(field)}`,
  field,
});

function optionColumns(meanings: readonly (Meaning | null)[]): readonly OptionColumns[] {
  const columns = new Map<number, Record<OptionPart, number | null>>();
  for (const [index, what] of meanings.entries()) {
    if (what?.is !== "option") continue;
    const pair = columns.get(what.number) ?? { name: null, value: null, swatch: null };
    pair[what.part] ??= index;
    columns.set(what.number, pair);
  }
  return [...columns].toSorted(([a], [b]) => a - b).map(([, pair]) => pair);
}
