import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "../../src/application/shared/viewer.js";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import {
  describePolicies,
  fieldPolicies,
  policyText,
} from "../../src/interface/graphql/schema/field-policies.js";
import { POLICIES } from "../../src/interface/policies.js";
import { openWorld, type World } from "./world.js";

const schemas = { shop: await buildShopSchema(), admin: await buildAdminSchema() };
const STRANGER: Viewer = { kind: "admin-key", id: "stranger", permissions: new Set() };

const withField = (extensions: Readonly<Record<string, unknown>>): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: { secrets: { type: GraphQLString, description: "Everything.", extensions } },
    }),
  });

describe("a field of a root type", () => {
  test("without an operation fails the build of the schema", () => {
    expect(() => describePolicies(withField({}))).toThrow("The field Query.secrets has no policy");
  });

  test("with an unknown operation fails the build of the schema", () => {
    expect(() => describePolicies(withField({ operations: ["catalog.secrets"] }))).toThrow(
      "calls catalog.secrets, which does not exist in any context",
    );
  });

  test("with operations of different policies fails the build of the schema", () => {
    expect(() =>
      describePolicies(
        withField({ operations: ["catalog.shop.products", "catalog.admin.products"] }),
      ),
    ).toThrow("different policies");
  });
});

describe("the policy", () => {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld();
  });

  test("is part of the description of every field of the root types, as enforced", () => {
    for (const schema of Object.values(schemas))
      for (const { field, policies } of fieldPolicies(schema)) {
        const [type, name] = field.split(".");
        const described =
          (schema.getType(type ?? "") as GraphQLObjectType).getFields()[name ?? ""]?.description ??
          "";
        expect([field, described.endsWith(policyText(policies))]).toEqual([field, true]);
      }
  });

  test("of a mutation is that of the operation with the same name", () => {
    const mutations = fieldPolicies(schemas.admin).filter(({ field }) =>
      field.startsWith("Mutation."),
    );

    expect(mutations.length).toBeGreaterThan(0);
    for (const { field, operations } of mutations)
      expect(
        operations.map((operation) => operation.slice(operation.lastIndexOf(".") + 1)),
      ).toEqual([field.slice("Mutation.".length)]);
    expect(POLICIES.size).toBeGreaterThan(30);
  });

  for (const type of [schemas.admin.getQueryType(), schemas.admin.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {})) {
      const [policy] =
        fieldPolicies(schemas.admin).find(
          (one) => one.field === `${type?.name ?? ""}.${field.name}`,
        )?.policies ?? [];
      if (policy?.allows !== "holders") continue;

      test(`is checked before ${field.name} does anything: a viewer without permissions gets nothing else`, async () => {
        if (!world || !type) throw new Error("No world to ask in.");
        world.calls.length = 0;
        world.denied.length = 0;
        const { server, context } = world.admin;
        const query = `${type.name.toLowerCase()} { ${field.name}${argumentsOf(field)} ${selectionOf(field)} }`;
        const answer = await server.executeOperation(
          { query },
          {
            contextValue: await context({
              viewer: STRANGER,
              requestId: "request-1",
              market: undefined,
              locale: undefined,
            }),
          },
        );
        const { data, errors } = answer.body.kind === "single" ? answer.body.singleResult : {};

        expect([query, errors?.map(({ extensions }) => extensions?.["code"])]).toEqual([
          query,
          ["PERMISSION_DENIED"],
        ]);
        expect(
          Object.values(data ?? {}).filter(
            (value) =>
              value !== null && !(Array.isArray(value) && value.every((one) => one === null)),
          ),
        ).toEqual([]);
        expect(world.calls).toEqual([]);
        expect(world.denied).toEqual([
          {
            requestId: "request-1",
            viewer: "admin-key",
            fields: [field.name],
            permission: policy.permission,
          },
        ]);
      });
    }
});

/** A field of its answer that makes the server look, whatever the type. */
const selectionOf = ({ type, name }: GraphQLField<unknown, unknown>): string => {
  const named = getNamedType(type);
  if (isObjectType(named) && "nodes" in named.getFields()) return "{ nodes { __typename } }";
  return isObjectType(named) || isInterfaceType(named) || isUnionType(named)
    ? "{ __typename }"
    : name === ""
      ? "{}"
      : "";
};

const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string => {
  const given = args
    .filter(({ type }) => isNonNullType(type))
    .map(({ name, type }) => `${name}: ${literal(type, name)}`);
  return given.length === 0 ? "" : `(${given.join(", ")})`;
};

const ID = "product_01h00000000000000000000001";

/** Something of the type, with every field that has to be there. */
const literal = (type: GraphQLInputType, name: string): string => {
  if (isNonNullType(type)) return literal(type.ofType, name);
  if (isListType(type)) return `[${literal(type.ofType, name)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const needed = type.isOneOf
      ? fields.slice(-1)
      : fields.filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type, field.name)}`).join(", ")} }`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (type.name === "Int") return "1";
  if (type.name === "Boolean") return "true";
  if (name === "country") return `"CH"`;
  if (type.name === "DateTime") return `"2030-01-01T00:00:00Z"`;
  if (type.name === "Decimal") return `"1.00"`;
  return type.name === "ID" ? `"${ID}"` : `"x-${name}"`;
};
