import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const DECIMAL = /^-?\d{1,18}(?:\.\d{1,9})?$/;

const decimal = (value: unknown): string => {
  if (typeof value !== "string" || !DECIMAL.test(value))
    throw new GraphQLError(
      "A Decimal is a string of digits with a point, such as \"12.90\".",
    );
  return value;
};

// The JSON schema declares the form in an answer, for the scalar map of clients.
export const Decimal = new GraphQLScalarType<string, string>({
  name: "Decimal",
  extensions: { jsonSchema: { type: "string" } },
  description:
    "An exact decimal number as a string, such as `\"12.90\"`. Never a float, so no digits are lost.",
  serialize: String,
  parseValue: decimal,
  parseLiteral: (node) => decimal(node.kind === Kind.STRING ? node.value : null),
});
