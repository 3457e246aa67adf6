import { createHash } from "node:crypto";
import { parse, validate } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { ADMIN_KEY_HOLDER } from "../../src/application/shared/viewer.js";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { ERROR_CODES } from "../../src/interface/graphql/error-codes.js";
import { compiledExecutor } from "../../src/interface/graphql/execution/compiled-executor.js";
import { type Answer, send } from "./ask.js";
import { type Operation, recordedOperations } from "./corpus.js";
import { openWorld, type World } from "./world.js";

const operations = recordedOperations();

/** Errors without order: executors find them in different orders, and clients go by path. */
const comparable = ({ data, errors, extensions, status }: Answer) => ({
  data,
  errors: errors.toSorted((a, b) =>
    JSON.stringify([a.path, a.message]).localeCompare(JSON.stringify([b.path, b.message])),
  ),
  extensions,
  status,
});

describe("the compiled executor and graphql-js", () => {
  let [compiled, reference]: [World | undefined, World | undefined] = [undefined, undefined];
  let ran = 0;

  beforeAll(async () => {
    [compiled, reference] = await Promise.all([
      openWorld({ executor: "compiled" }),
      openWorld({ executor: "reference" }),
    ]);
  });

  const both = async (operation: Operation): Promise<void> => {
    if (!compiled || !reference) throw new Error("No world to ask in.");
    // The first use of a document is answered by graphql-js in either case.
    await send(compiled, operation);
    const answer = comparable(await send(compiled, operation));
    expect(answer).toEqual(comparable(await send(reference, operation)));
    for (const { extensions } of answer.errors)
      expect([
        Object.hasOwn(ERROR_CODES, String(extensions?.["code"])),
        extensions?.["requestId"],
      ]).toEqual([true, "request-1"]);
    ran += 1;
  };

  for (const [index, operation] of operations.entries())
    test(`answer alike: ${index + 1} ${operation.api} ${operation.query.replaceAll(/\s+/g, " ").slice(0, 60)}`, () =>
      both(operation));

  test("are compared on every operation of the recorded corpus", () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(ran).toBe(operations.length);
  });

  test("differ: almost all operations are answered by a compiled program", async () => {
    if (!compiled) throw new Error("No world to ask in.");
    const by = { program: 0, "graphql-js": 0 };
    const options = { compiledAtUse: 1, onAnswer: (who: keyof typeof by) => (by[who] += 1) };
    const schemas = { shop: await buildShopSchema(), admin: await buildAdminSchema() };
    const executors = {
      shop: compiledExecutor(schemas.shop, options),
      admin: compiledExecutor(schemas.admin, options),
    };

    for (const { api, query, variables, operationName } of operations) {
      const document = documentOf(query);
      if (!document || validate(schemas[api], document).length > 0) continue;
      const context = await compiled[api].context({
        viewer: ADMIN_KEY_HOLDER,
        requestId: "request-2",
        market: undefined,
        locale: undefined,
      });
      const queryHash = createHash("sha256").update(query).digest("hex");
      await executors[api]({
        document,
        queryHash,
        context,
        request: { ...(variables && { variables }), ...(operationName && { operationName }) },
      });
    }

    expect(by.program).toBeGreaterThan(3 * by["graphql-js"]);
  });
});

const documentOf = (query: string) => {
  try {
    return parse(query);
  } catch {
    return null;
  }
};
