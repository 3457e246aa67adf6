import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { send } from "./ask.js";
import { openWorld, type World } from "./world.js";

interface InputPath {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** Every text and every list within an input, by its path. */
const placesOf = (type: GraphQLInputType, path: readonly string[] = []): readonly InputPath[] => {
  const named = getNamedType(type);
  const here =
    isListType(getNullableType(type)) || named.name === "String" || named.name === "ID"
      ? [{ path, type }]
      : [];
  return [
    ...here,
    ...(isInputObjectType(named)
      ? Object.values(named.getFields()).flatMap((field) =>
          placesOf(field.type, [...path, field.name]),
        )
      : []),
  ];
};

const SCALARS: Readonly<Record<string, unknown>> = {
  String: "x",
  ID: "x",
  Int: 1,
  Float: 1,
  Boolean: true,
  Decimal: "1",
  DateTime: "2026-03-01T00:00:00Z",
  CurrencyCode: "EUR",
  JSON: {},
};

/** The least that a type takes. */
const least = (type: GraphQLInputType): unknown => {
  if (isListType(getNullableType(type))) return [one(type)];
  return one(type);
};

const one = (type: GraphQLInputType): unknown => {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return SCALARS[named.name];
  return Object.fromEntries(
    Object.values(named.getFields()).flatMap((field) =>
      isNonNullType(field.type) ? [[field.name, least(field.type)]] : [],
    ),
  );
};

/** The least that a type takes, with a value at a place. */
const withValue = (
  type: GraphQLInputType,
  [step, ...rest]: readonly string[],
  value: unknown,
): unknown => {
  const named = getNamedType(type);
  if (step === undefined || !isInputObjectType(named)) return value;
  const field = named.getFields()[step];
  const inside = {
    ...(named.isOneOf ? {} : (one(type) as object)),
    [step]: field && withValue(field.type, rest, value),
  };
  return isListType(getNullableType(type)) ? [inside] : inside;
};

const schema = await buildAdminSchema();
const places = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) =>
  mutation.args.flatMap((argument) =>
    placesOf(argument.type).map((place) => ({
      mutation: mutation.name,
      input: argument.type,
      ...place,
    })),
  ),
);
const isOfTexts = ({ type }: InputPath): boolean =>
  ["String", "ID"].includes(getNamedType(type).name);
// HTML may be as long as half a million letters.
const LONG = "x".repeat(600_000);

describe("every text and list in the input of a mutation has a largest length", () => {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld();
  });

  const complaints = async (
    { mutation, input, path }: (typeof places)[number],
    value: unknown,
  ): Promise<readonly string[]> => {
    if (!world) throw new Error("No world to ask in.");
    const query = `mutation ($input: ${String(input)}) { ${mutation}(input: $input) { userErrors { code path } } }`;
    const { data, errors } = await send(world, {
      api: "admin",
      viewer: "admin-key",
      query,
      variables: { input: withValue(input, path, value) },
    });
    expect(errors).toEqual([]);
    const { userErrors } = (data?.[mutation] ?? { userErrors: [] }) as {
      readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
    };
    return userErrors.map(
      ({ code, path: at }) =>
        `${code} ${at
          .slice(1)
          .filter((step) => !/^\d+$/.test(step))
          .join(".")}`,
    );
  };

  test("is checked for a number of inputs", () => {
    expect(places.map(({ mutation, path }) => `${mutation}.${path.join(".")}`)).toEqual(
      expect.arrayContaining([
        "productUpdate.changes.tags",
        "productCreate.product.variants.optionValues.value",
        "productMediaRemove.mediaIds",
      ]),
    );
  });

  for (const place of places)
    test(`${place.mutation} ${place.path.join(".")}`, async () => {
      const isList = isListType(getNullableType(place.type));
      const complaint = `INVALID_INPUT ${place.path.join(".")}`;

      if (isList)
        expect(
          await complaints(
            place,
            Array.from({ length: 251 }, () => one(place.type)),
          ),
        ).toContain(complaint);
      if (isOfTexts(place))
        expect(await complaints(place, isList ? [LONG] : LONG)).toContain(complaint);
    });
});
