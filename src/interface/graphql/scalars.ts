import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const DECIMAL = /^-?\d{1,18}(?:\.\d{1,9})?$/;

const decimal = (value: unknown): string => {
  if (typeof value !== "string" || !DECIMAL.test(value))
    throw new GraphQLError(
      'A Decimal is written as a string of digits with a point, such as "12.90".',
    );
  return value;
};

const code = (value: unknown): string => {
  if (typeof value !== "string" || !/^[A-Z]{3}$/.test(value))
    throw new GraphQLError('A CurrencyCode is written as three capital letters, such as "EUR".');
  return value;
};

/** What it is in an answer, for the scalar map of clients. */
const TEXT = { jsonSchema: { type: "string" } } as const;

export const Decimal = new GraphQLScalarType<string, string>({
  name: "Decimal",
  extensions: TEXT,
  description:
    'An exact decimal number as a string, such as `"12.90"`. Never a float, so no digit is lost on the way.',
  serialize: String,
  parseValue: decimal,
  parseLiteral: (node) => decimal(node.kind === Kind.STRING ? node.value : null),
});

export const CurrencyCode = new GraphQLScalarType<string, string>({
  name: "CurrencyCode",
  extensions: TEXT,
  description: "A currency by its three letters of ISO 4217, such as `EUR`, `JPY` or `KWD`.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
  serialize: String,
  parseValue: code,
  parseLiteral: (node) => code(node.kind === Kind.STRING ? node.value : null),
});
