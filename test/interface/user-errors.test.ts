import "reflect-metadata";
import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../src/interface/graphql/errors/codes/error-code.js";
import { ERROR_CODES } from "../../src/interface/graphql/error-codes.js";
import { presentRefusal } from "../../src/interface/graphql/errors/present-refusal.js";
import { editing } from "./editing.js";

const CONTEXT = { errorCodes: ERROR_CODES, mostVisibleStock: Infinity };

describe("a user error", () => {
  test("of every registered code has its registered type", () => {
    for (const [code, { userError }] of Object.entries<ErrorCode>(ERROR_CODES))
      if (userError !== undefined)
        expect(
          presentRefusal({ code, message: "No.", path: ["id"], facts: {} }, CONTEXT),
        ).toMatchObject({
          __typename: userError,
          code,
          path: ["input", "id"],
        });
  });

  test("has no larger number than GraphQL allows", () => {
    expect(
      presentRefusal(
        {
          code: "PRODUCT_IN_USE",
          message: "No.",
          path: [],
          facts: { uses: 250_000_000_000 },
        },
        CONTEXT,
      ),
    ).toMatchObject({ uses: 2_147_483_647 });
  });

  test("reports a huge number of combinations", async () => {
    const { mutate } = await editing();
    const options = Array.from({ length: 10 }, (_, option) => ({
      name: `Option ${option}`,
      values: Array.from({ length: 100 }, (__, value) => `Value ${value}`),
    }));
    const { payload, errors } = await mutate("productCreate", {
      product: { title: "Kit", generateVariants: true, options },
    });

    expect(errors).toEqual([]);
    expect(payload["userErrors"]).toMatchObject([
      { __typename: "TooManyError", code: "TOO_MANY", count: 1_000_000, limit: 250 },
    ]);
  });

  test("about a time beyond the calendar has the path of the end of the window", async () => {
    const { mutate } = await editing();
    const beyond = "9999-12-31T23:59:59-12:00";
    const { payload } = await mutate("productPublish", {
      id: "product_01h00000000000000000000009",
      from: beyond,
      until: beyond,
    });

    expect(payload["userErrors"]).toMatchObject([
      { code: "INVALID_PUBLICATION", path: ["input", "from"] },
      { code: "INVALID_PUBLICATION", path: ["input", "until"] },
    ]);
  });

  test("list of thousands of problems has a limited size", async () => {
    const { mutate } = await editing();
    const nameless = Array.from({ length: 20 }, () => ({ name: "", value: "" }));
    const { payload } = await mutate("productCreate", {
      product: {
        title: "Kit",
        options: [{ name: "Size", values: ["S"] }],
        variants: Array.from({ length: 250 }, () => ({ optionValues: nameless })),
      },
    });

    expect(payload["userErrors"]).toHaveLength(1_000);
  });
});
