import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const code = (value: unknown): string => {
  if (typeof value !== "string" || !/^[A-Z]{3}$/.test(value))
    throw new GraphQLError("A CurrencyCode is three capital letters, such as \"EUR\".");
  return value;
};

// The JSON schema declares the form in an answer, for the scalar map of clients.
export const CurrencyCode = new GraphQLScalarType<string, string>({
  name: "CurrencyCode",
  extensions: { jsonSchema: { type: "string" } },
  description: "ISO 4217 currency code, such as `EUR`, `JPY` or `KWD`.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
  serialize: String,
  parseValue: code,
  parseLiteral: (node) => code(node.kind === Kind.STRING ? node.value : null),
});
