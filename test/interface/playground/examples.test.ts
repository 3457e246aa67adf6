import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, Kind, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { printSchemas } from "../../../src/interface/graphql/print-schemas.js";

const FOLDER = "src/interface/playground";
const schemas = await printSchemas();

describe.each(["shop", "admin"] as const)("the examples of the %s playground", (audience) => {
  const schema = buildSchema(schemas[audience]);
  const files = readdirSync(join(FOLDER, audience)).filter((file) => file.endsWith(".graphql"));

  test("are not empty", () => {
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  test.each(files)("are valid in the schema: %s", (file) => {
    const document = parse(readFileSync(join(FOLDER, audience, file), "utf8"));

    expect(validate(schema, document)).toEqual([]);
    // The name of the operation is the title of the tab.
    expect(
      document.definitions.map(
        (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value,
      ),
    ).toEqual([expect.any(String)]);
  });
});
