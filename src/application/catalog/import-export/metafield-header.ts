import type { MetafieldChoice } from "../../../domain/catalog/metafields/metafield-choice.js";
import {
  METAFIELD_OWNERS,
  type MetafieldOwner,
} from "../../../domain/catalog/metafields/metafield-usage.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import type { MetafieldColumn } from "../ports/product-files.js";

/** What the header of a column says about a metafield. */
export interface MetafieldHeader {
  /** Whose values the column has. */
  readonly owner: MetafieldOwner;
  readonly namespace: string;
  readonly key: string;
  /** What is written before the name, without the type; empty when there is nothing. */
  readonly name: string;
  /** Null when the header has no type. */
  readonly type: MetafieldType | null;
  /** What can have the field, as far as this header says. */
  readonly owners: readonly MetafieldOwner[];
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly choices: readonly MetafieldChoice[];
}

/** The names of types in files; the first one of a type is written. */
export const TYPE_NAMES: ReadonlyMap<string, MetafieldType> = new Map<string, MetafieldType>([
  ["single_line_text_field", "TEXT"],
  ["string", "TEXT"],
  ["multi_line_text_field", "MULTILINE_TEXT"],
  ["number_integer", "INTEGER"],
  ["integer", "INTEGER"],
  ["number_decimal", "DECIMAL"],
  ["boolean", "BOOLEAN"],
  ["date", "DATE"],
  ["date_time", "DATE_TIME"],
  ["url", "URL"],
  ["json", "JSON"],
  ["json_string", "JSON"],
  ["choice", "CHOICE"],
  ["product_reference", "PRODUCT"],
  ["variant_reference", "VARIANT"],
  ["collection_reference", "COLLECTION"],
  ["file_reference", "MEDIA"],
  ["list.single_line_text_field", "TEXT_LIST"],
  ["list.number_integer", "INTEGER_LIST"],
  ["list.number_decimal", "DECIMAL_LIST"],
  ["list.date", "DATE_LIST"],
  ["list.url", "URL_LIST"],
  ["list.choice", "CHOICE_LIST"],
  ["list.product_reference", "PRODUCT_LIST"],
  ["list.variant_reference", "VARIANT_LIST"],
  ["list.collection_reference", "COLLECTION_LIST"],
  ["list.file_reference", "MEDIA_LIST"],
]);

const METAFIELD =
  /^(.*)\((product|variant|product_variant|collection)\.metafields\.([^.()\s]+)\.([^()\s]+)\)\s*$/is;
const OWNERS: ReadonlyMap<string, MetafieldOwner> = new Map<string, MetafieldOwner>([
  ...METAFIELD_OWNERS.map((owner) => [owner.toLowerCase(), owner] as const),
  ["product_variant", "VARIANT"],
]);
const DECLARED = /^(.*)\[([^[\]]*)\]$/s;

/**
 * `Year [number_integer, sortable] (product.metafields.facts.year)`, or
 * `Grape [choice, filterable: red=Red | white=White] (variant.metafields.facts.grape)`; null for
 * another column. A field that more than the owner of the column can have names all of them:
 * `[boolean, product, variant]`.
 */
export const readMetafieldHeader = (cell: string): MetafieldHeader | null => {
  const [, before = "", whose = "", namespace, key] = METAFIELD.exec(cell) ?? [];
  if (!namespace || !key) return null;
  const owner = OWNERS.get(whose.toLowerCase()) ?? "PRODUCT";
  const text = before.trim();
  const [, name = "", declaration = ""] = DECLARED.exec(text) ?? [];
  const colon = declaration.indexOf(":");
  const [words, choices] =
    colon < 0 ? [declaration, ""] : [declaration.slice(0, colon), declaration.slice(colon + 1)];
  const [typeName = "", ...flags] = words.split(",").map((word) => word.trim().toLowerCase());
  const type = TYPE_NAMES.get(typeName) ?? null;
  if (type === null) return { ...untyped(namespace, key, owner), name: text };
  const named = flags.flatMap((flag) => OWNERS.get(flag) ?? []);
  return {
    owner,
    owners: METAFIELD_OWNERS.filter((one) => one === owner || named.includes(one)),
    namespace,
    key,
    name: name.trim(),
    type,
    filterable: flags.includes("filterable"),
    sortable: flags.includes("sortable"),
    choices: choices.split("|").flatMap(readChoice),
  };
};

/** The header of a column without a type and a name. */
export const untyped = (
  namespace: string,
  key: string,
  owner: MetafieldOwner = "PRODUCT",
): MetafieldHeader => ({
  owner,
  owners: [owner],
  namespace,
  key,
  name: "",
  type: null,
  filterable: false,
  sortable: false,
  choices: [],
});

/**
 * A header that is read back as it was. Other readers of such files take the field from the end and
 * ignore what is before it.
 */
export const writeMetafieldHeader = ({
  owner,
  owners,
  namespace,
  key,
  name,
  type,
  filterable,
  sortable,
  choices,
}: MetafieldColumn): string => {
  const words = [
    nameOf(type),
    ...(filterable ? ["filterable"] : []),
    ...(sortable ? ["sortable"] : []),
    ...(owners.some((one) => one !== owner) ? owners.map((one) => one.toLowerCase()) : []),
  ];
  const list = choices.map(writeChoice).join(" | ");
  return `${name} [${words.join(", ")}${list && `: ${list}`}] (${owner.toLowerCase()}.metafields.${namespace}.${key})`;
};

const nameOf = (type: MetafieldType): string =>
  [...TYPE_NAMES].find(([, one]) => one === type)?.[0] ?? type.toLowerCase();

const readChoice = (text: string): readonly MetafieldChoice[] => {
  const [value = "", label = ""] = text.split("=").map((part) => unescaped(part.trim()));
  return value === "" ? [] : [{ value, label: label || value, translations: [] }];
};

const writeChoice = ({ value, label }: MetafieldChoice): string =>
  label === value ? escaped(value) : `${escaped(value)}=${escaped(label)}`;

// What separates choices must not be in them. Combining marks behind it, or at the beginning, would
// become one character with what precedes them when the cell is normalized.
const escaped = (text: string): string =>
  text.replaceAll(/^\p{M}+|[%|=[\]]\p{M}*/gu, (marks) => encodeURIComponent(marks));
const unescaped = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
