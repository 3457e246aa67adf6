export const METAFIELD_TYPES = [
  "TEXT",
  "MULTILINE_TEXT",
  "INTEGER",
  "DECIMAL",
  "BOOLEAN",
  "DATE",
  "DATE_TIME",
  "URL",
  "JSON",
  "CHOICE",
  "PRODUCT",
  "VARIANT",
  "COLLECTION",
  "MEDIA",
  "TEXT_LIST",
  "INTEGER_LIST",
  "DECIMAL_LIST",
  "DATE_LIST",
  "URL_LIST",
  "CHOICE_LIST",
  "PRODUCT_LIST",
  "VARIANT_LIST",
  "COLLECTION_LIST",
  "MEDIA_LIST",
] as const;
export type MetafieldType = (typeof METAFIELD_TYPES)[number];

type ListType = Extract<MetafieldType, `${string}_LIST`>;
/** A type of one value. */
export type ItemType = Exclude<MetafieldType, ListType>;

const LIST = "_LIST";

export const isListType = (type: MetafieldType): type is ListType => type.endsWith(LIST);

/** The type of the values of a list; any other type is its own. */
export const itemTypeOf = (type: MetafieldType): ItemType =>
  (isListType(type) ? type.slice(0, -LIST.length) : type) as ItemType;

const REFERENCES = {
  PRODUCT: "product",
  VARIANT: "variant",
  COLLECTION: "collection",
  MEDIA: "media",
} as const satisfies Partial<Record<ItemType, string>>;
export type ReferencedKind = (typeof REFERENCES)[keyof typeof REFERENCES];

/** What the values of a type identify; null when they are no ids. */
export const referencedKind = (type: MetafieldType): ReferencedKind | null => {
  const item = itemTypeOf(type);
  return Object.hasOwn(REFERENCES, item) ? REFERENCES[item as keyof typeof REFERENCES] : null;
};

export const isChoiceType = (type: MetafieldType): boolean => itemTypeOf(type) === "CHOICE";
