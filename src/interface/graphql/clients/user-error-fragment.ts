import { getNamedType, type GraphQLSchema, isInterfaceType, isLeafType } from "graphql";
import type { FragmentFile } from "./fragment-file.js";

/**
 * The fragment with all fields of all types of user errors. None where the schema has no user
 * errors.
 */
export const userErrorFragment = (schema: GraphQLSchema): readonly FragmentFile[] => {
  const refusal = schema.getType("UserError");
  if (!isInterfaceType(refusal)) return [];
  const common = Object.keys(refusal.getFields());
  const more = schema.getPossibleTypes(refusal).flatMap((type) => {
    const facts = Object.values(type.getFields()).filter(
      (field) => !common.includes(field.name) && isLeafType(getNamedType(field.type)),
    );
    return facts.length > 0
      ? [`... on ${type.name} {`, ...facts.map(({ name }) => `  ${name}`), "}"]
      : [];
  });
  return [
    {
      name: "PlinthUserError",
      text: `fragment PlinthUserError on UserError {\n${["__typename", ...common, ...more].map((line) => `  ${line}\n`).join("")}}\n`,
    },
  ];
};
