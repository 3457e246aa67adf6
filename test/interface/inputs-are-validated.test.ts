import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { codes, send } from "./ask.js";
import { openWorld, type World } from "./world.js";

interface Leaf {
  readonly path: readonly string[];
  readonly isList: boolean;
}

/** Every text and list of texts within an input, by its path. */
const leavesOf = (type: GraphQLInputType, path: readonly string[] = []): Leaf[] => {
  const [plain, named] = [getNullableType(type), getNamedType(type)];
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) =>
      leavesOf(field.type, [...path, field.name]),
    );
  return isSpecifiedScalarType(named) && (named.name === "String" || named.name === "ID")
    ? [{ path, isList: isListType(plain) }]
    : [];
};

/** A short value of a type. */
const short = (type: GraphQLInputType): unknown => {
  const named = getNamedType(type);
  if (isInputObjectType(named) && isListType(getNullableType(type))) return [];
  if (isInputObjectType(named))
    return Object.fromEntries(
      Object.values(named.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, short(field.type)]),
    );
  if (isEnumType(named)) return named.getValues()[0]?.name;
  const { name } = named;
  return name === "Int" ? 1 : name === "Decimal" ? "1" : "x";
};

/** A value at its place in an input, with short values wherever else the input needs one. */
const nested = (
  type: GraphQLInputType,
  [step, ...rest]: readonly string[],
  value: unknown,
): unknown => {
  const named = getNamedType(type);
  if (step === undefined || !isInputObjectType(named)) return value;
  const needed = Object.values(named.getFields()).filter(
    (field) => isNonNullType(field.type) && field.name !== step,
  );
  const field = named.getFields()[step];
  return {
    ...Object.fromEntries(needed.map(({ name, type: needs }) => [name, short(needs)])),
    [step]: field && nested(field.type, rest, value),
  };
};

const schema = await buildAdminSchema();
const inputs = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) =>
  field.args
    .filter(({ type }) => isInputObjectType(getNamedType(type)))
    .flatMap((argument) => leavesOf(argument.type).map((leaf) => ({ field, argument, ...leaf }))),
);

describe("every text in an input has a largest length", () => {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld();
  });

  const refused = async (
    { field, argument, path }: (typeof inputs)[number],
    value: unknown,
  ): Promise<unknown> => {
    if (!world) throw new Error("No world to ask in.");
    const others = field.args.filter((one) => one !== argument && isNonNullType(one.type));
    const [declared, given] = [
      others.map((one) => `, $${one.name}: ${String(one.type)}`).join(""),
      others.map((one) => `, ${one.name}: $${one.name}`).join(""),
    ];
    const query = `query ($input: ${String(argument.type)}${declared}) { ${field.name}(${argument.name}: $input${given}) { __typename } }`;
    return codes(
      await send(world, {
        api: "admin",
        viewer: "admin-key",
        query,
        variables: {
          ...Object.fromEntries(others.map((one) => [one.name, short(one.type)])),
          input: nested(argument.type, path, value),
        },
      }),
    );
  };

  test("is checked for a number of inputs", () => {
    expect(inputs.map(({ field, path }) => `${field.name}.${path.join(".")}`)).toEqual(
      expect.arrayContaining([
        "product.slug",
        "products.text",
        "products.tags",
        "products.collection.slug",
      ]),
    );
  });

  for (const input of inputs)
    test(`${input.field.name}(${input.argument.name}:) ${input.path.join(".")}`, async () => {
      const long = "x".repeat(10_000);

      expect(await refused(input, input.isList ? [long] : long)).toEqual(["INVALID_ARGUMENT"]);
      if (input.isList)
        expect(
          await refused(
            input,
            Array.from({ length: 251 }, () => "x"),
          ),
        ).toEqual(["INVALID_ARGUMENT"]);
    });
});
