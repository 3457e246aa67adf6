import { beforeEach, describe, expect, test } from "vitest";
import { type Answer, send } from "./ask.js";
import { openWorld, type World } from "./world.js";

const MUG = "product_01h00000000000000000000001";
const RENAMED = { id: MUG, changes: { title: "Tall mug", vendor: "Kiln" } };
const BY_VARIABLE =
  "mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { product { title } userErrors { code } } }";

describe("a mutation that is sent again with its key", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    await sent(BY_VARIABLE, { input: RENAMED });
  });

  const sent = (query: string, variables?: Record<string, unknown>): Promise<Answer> =>
    send(world, {
      api: "admin",
      viewer: "admin-key",
      query,
      ...(variables && { variables }),
      idempotencyKey: "k1",
    });
  const outcome = ({ data, extensions }: Answer): string => {
    const [payload] = Object.values(data ?? {}) as readonly {
      readonly userErrors: readonly { readonly code: string }[];
    }[];
    return (
      payload?.userErrors[0]?.code ?? (extensions?.["replayed"] === undefined ? "done" : "replayed")
    );
  };

  test.each([
    [
      "is replayed with its fields in another order",
      { changes: { vendor: "Kiln", title: "Tall mug" }, id: MUG },
      "replayed",
    ],
    ["is replayed with an explicit dryRun: false", { ...RENAMED, dryRun: false }, "replayed"],
    ["runs as a dry run, which uses no key", { ...RENAMED, dryRun: true }, "done"],
    [
      "is refused with null for a missing field",
      { ...RENAMED, changes: { ...RENAMED.changes, slug: null } },
      "IDEMPOTENCY_KEY_REUSED",
    ],
    [
      "is refused with a new expected version",
      { ...RENAMED, expectedVersion: 1 },
      "IDEMPOTENCY_KEY_REUSED",
    ],
  ])("%s", async (_, input, expected) => {
    expect(outcome(await sent(BY_VARIABLE, { input }))).toBe(expected);
  });

  test.each([
    [
      "is replayed with its input in the document",
      `mutation { productUpdate(input: { changes: { vendor: "Kiln", title: "Tall mug" }, id: "${MUG}" }) { userErrors { code } } }`,
      undefined,
      "replayed",
    ],
    [
      "is replayed with parts of its input in variables",
      `mutation ($title: String) { productUpdate(input: { id: "${MUG}", changes: { title: $title, vendor: "Kiln" } }) { userErrors { code } } }`,
      { title: "Tall mug" },
      "replayed",
    ],
    [
      "is replayed in a fragment",
      `mutation ($input: ProductUpdateInput!) { ...Again } fragment Again on Mutation { productUpdate(input: $input) { userErrors { code } } }`,
      { input: RENAMED },
      "replayed",
    ],
    [
      "runs again under another response key",
      BY_VARIABLE.replace("productUpdate(", "again: productUpdate("),
      { input: RENAMED },
      "done",
    ],
  ])("%s", async (_, query, variables, expected) => {
    expect(outcome(await sent(query, variables))).toBe(expected);
  });

  test("has neither product nor error after the product is deleted", async () => {
    await send(world, {
      api: "admin",
      viewer: "admin-key",
      query: `mutation { productDelete(input: { id: "${MUG}" }) { userErrors { code } } }`,
    });
    const answer = await sent(BY_VARIABLE, { input: RENAMED });

    expect(answer).toMatchObject({
      data: { productUpdate: { product: null, userErrors: [] } },
      errors: [],
      extensions: { replayed: ["productUpdate"] },
    });
  });
});
