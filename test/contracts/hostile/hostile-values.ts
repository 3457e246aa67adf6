import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from "graphql";

/** A path in an input, by the names of its fields; without indexes of lists. */
interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** Every field of an input, those of its parts included. */
export const placesOf = (
  type: GraphQLInputType,
  path: readonly string[] = [],
): readonly Place[] => {
  const named = getNamedType(type);
  const inside = isInputObjectType(named)
    ? Object.values(named.getFields()).flatMap((field) =>
        placesOf(field.type, [...path, field.name]),
      )
    : [];
  return path.length === 0 ? inside : [{ path, type }, ...inside];
};

const TEXTS: readonly string[] = [
  "",
  "   ",
  "x".repeat(10_000),
  "x".repeat(300_000),
  "a\ud800",
  "\udc00b",
  "a\0b",
  "\u202Egnp.exe",
  "😀",
  "مرحبا بالعالم",
  "__proto__",
  "constructor",
  "toString",
  "care.__proto__",
  "' OR 1=1; --",
  "%_\\%",
  "<script>alert(1)</script>",
  "=1+1",
  "a\r\nb",
  "\uFEFFx",
  "\u200B",
  "e\u0301",
  "İß",
  "a,b",
  "null",
  "../../etc/passwd",
  "javascript:alert(1)",
  "https://user:pass@[::1]:99999/%zz",
  "1e400",
  '{"__proto__":1}',
  "\u{10FFFF}",
];
const IDS: readonly string[] = [
  "",
  " ",
  "product_01h00000000000000000000002 ",
  "PRODUCT_01H00000000000000000000002",
  "variant_01h00000000000000000000050",
  "product_01h00000000000000000000002",
  "collection_01h00000000000000000000002",
  "media_01h00000000000000000000051",
  "metafield_01h00000000000000000009001",
  "work_01h00000000000000000000099",
  "product_",
  "_",
  "__proto__",
  "constructor",
  "product_8zzzzzzzzzzzzzzzzzzzzzzzzz",
  "product_7zzzzzzzzzzzzzzzzzzzzzzzzz",
  "' OR 1=1; --",
  "a\0b",
  "a\ud800",
  "x".repeat(10_000),
];
const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  String: TEXTS,
  ID: IDS,
  Int: [-2_147_483_648, -1, 0, 1, 250, 251, 999_999_999, 2_147_483_647, 2_147_483_648, 1.5],
  Boolean: [true, false],
  Decimal: [
    "-0",
    "-0.00",
    "-1",
    "0",
    "0.000000001",
    "0.001",
    "999999999999999999",
    "999999999999999999.999999999",
    "90071992547409.93",
    "1e5",
    "00012.50",
    "12.345",
    "",
    " 1",
    "1,5",
    "NaN",
    "١٢",
  ],
  DateTime: [
    "0001-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59-12:00",
    "+275760-09-13T00:00:00Z",
    "275760-09-13T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2026-02-30T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "2026-03-29T02:30:00+14:00",
    "2028-02-29T12:00:00.123456789Z",
    "2026-01-01T12:00:00Z",
    "",
    "tomorrow",
  ],
};

/** Something harmless for a type, for lists that are only long. */
const PLAIN: Readonly<Record<string, unknown>> = {
  String: "x",
  ID: "product_01h00000000000000000000001",
  Int: 1,
  Boolean: true,
  Decimal: "1",
  DateTime: "2026-03-01T00:00:00Z",
};

const plain = (type: GraphQLInputType): unknown =>
  isListType(getNullableType(type)) ? [plainOne(type)] : plainOne(type);

const plainOne = (type: GraphQLInputType): unknown => {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return PLAIN[named.name];
  return Object.fromEntries(
    Object.values(named.getFields()).flatMap((field) =>
      isNonNullType(field.type) ? [[field.name, plain(field.type)]] : [],
    ),
  );
};

/**
 * Hostile values for a path, and a few harmless ones.
 * @param there the value of an ordinary input at the path
 */
export const hostileValues = ({ type }: Place, there: unknown): readonly unknown[] => {
  const named = getNamedType(type);
  const scalars = isEnumType(named)
    ? [...named.getValues().map(({ name }) => name), "__proto__"]
    : (SCALARS[named.name] ?? []);
  if (!isListType(getNullableType(type)))
    return [null, ...scalars, ...(isInputObjectType(named) ? [{}, [], "x"] : [{}])];
  const [one] = Array.isArray(there) && there.length > 0 ? (there as unknown[]) : [plainOne(type)];
  const different = Array.from({ length: 250 }, (_, index) =>
    typeof one === "string" ? `${one}${index}` : one,
  );
  return [
    null,
    [],
    [null],
    [one, one],
    [one, null],
    Array.from({ length: 251 }, () => one),
    Array.from({ length: 1_500 }, () => one),
    different,
    ...scalars.map((each) => [each]),
    "x",
    {},
  ];
};

/** The value of an input at a path. */
export const valueAt = (input: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return input;
  const inside: unknown = Array.isArray(input) ? input[0] : input;
  return typeof inside === "object" && inside !== null
    ? valueAt((inside as Record<string, unknown>)[step], rest)
    : undefined;
};

/**
 * An input with another value at a path. Missing parts of the path are added; of a list the first
 * entry is used.
 */
export const withValue = (
  type: GraphQLInputType,
  input: unknown,
  [step, ...rest]: readonly string[],
  value: unknown,
): unknown => {
  const named = getNamedType(type);
  if (step === undefined || !isInputObjectType(named)) return value;
  const field = named.getFields()[step];
  if (!field) throw new Error(`There is no field ${step}.`);
  const isList = isListType(getNullableType(type));
  const [first, ...others] = isList
    ? Array.isArray(input) && input.length > 0
      ? (input as unknown[])
      : [plainOne(type)]
    : [input ?? plainOne(type)];
  const inside = {
    ...(first as Record<string, unknown>),
    [step]: withValue(field.type, (first as Record<string, unknown>)[step], rest, value),
  };
  return isList ? [inside, ...others] : inside;
};

/** Whether an input has a value at a path, or may have one. */
export const leadsInto = (
  type: GraphQLInputType,
  value: unknown,
  [step, ...rest]: readonly string[],
): boolean => {
  if (step === undefined) return true;
  const [nullable, named] = [getNullableType(type), getNamedType(type)];
  if (isListType(nullable)) {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    return (
      /^\d+$/.test(step) &&
      Number(step) < entries.length &&
      leadsInto(nullable.ofType, entries[Number(step)], rest)
    );
  }
  const field = isInputObjectType(named) ? named.getFields()[step] : undefined;
  if (!field) return false;
  const inside =
    typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)[step]
      : undefined;
  return inside == null ? rest.length === 0 : leadsInto(field.type, inside, rest);
};
