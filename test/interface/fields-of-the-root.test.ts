import { isNonNullType } from "graphql";
import { describe, expect, test } from "vitest";
import { schemaOf } from "../../src/interface/graphql/schema-of.js";

/** They are answered from the program and the request. */
const CANNOT_FAIL = ["errorCodes", "shop"];

describe.each(["shop", "admin"] as const)("the %s schema", (api) => {
  test("has no field of the root that empties the answer to others when it fails", async () => {
    const fields = (await schemaOf(api)).getQueryType()?.getFields() ?? {};

    const failing = Object.values(fields).filter(({ type }) => isNonNullType(type));

    expect(failing.filter(({ name }) => !CANNOT_FAIL.includes(name))).toEqual([]);
  });
});
