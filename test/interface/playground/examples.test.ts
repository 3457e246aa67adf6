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
    // The name of the first operation is the title of the tab, and the others are chosen by theirs.
    const operations = document.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    );
    expect(operations.length).toBeGreaterThan(0);
    expect(document.definitions[0]).toBe(operations[0]);
    expect(operations.filter((one) => !("name" in one) || !one.name)).toEqual([]);
  });
});
