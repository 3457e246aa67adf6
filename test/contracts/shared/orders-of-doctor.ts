import { beforeEach, describe, expect, test } from "vitest";
import { placeOrder } from "../../../src/application/orders/orders.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { orderContent, orderDraft } from "../../builders/an-order.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

interface StoredContent {
  readonly quote: {
    readonly totals: { total: number };
    readonly lines: { gross: number }[];
    readonly breakdown: { amount: number }[];
  };
}

interface Given {
  readonly store: () => Store;
  readonly examine: (
    repairs: boolean,
    options: { readonly rules: string[] },
  ) => Promise<{ readonly checked: readonly object[]; readonly found: readonly object[] }>;
  readonly plant: (...statements: readonly string[]) => Promise<void>;
}

/** What the doctor says of the totals of orders. */
export const ordersOfDoctor = ({ store, examine, plant }: Given): void => {
  describe("an order", () => {
    const content = async () =>
      JSON.parse(
        String(
          (await store().readSource.query("SELECT content FROM orders_order"))[0]?.["content"],
        ),
      ) as StoredContent;
    const rewrite = async (change: (content: StoredContent) => unknown) => {
      const changed = await content();
      change(changed);
      const text = JSON.stringify(changed).replaceAll("'", "''");
      // In a text of MySQL a backslash escapes the next character.
      const literal = store().readSource.dialect === "mysql" ? text.replaceAll("\\", "\\\\") : text;
      await plant(`UPDATE orders_order SET content = '${literal}'`);
    };
    const total = orderContent().quote.totals.total.minorUnits;
    let orderId: string;

    beforeEach(async () => {
      const { order } = await store().unitOfWork.run((stores) =>
        placeOrder(stores, orderDraft(), {
          ids: numberedIds(900_000),
          orderCodes: randomOrderCodes,
        }),
      );
      orderId = order.id;
    });

    test("that adds up is in order", async () => {
      expect(await examine(false, { rules: ["order-totals"] })).toMatchObject({
        checked: [{ rows: 1, broken: 0 }],
      });
    });

    test.each<[string, (content: StoredContent) => unknown, string, string]>([
      [
        "a step too much",
        ({ quote: { breakdown } }) =>
          breakdown.forEach((step, n) => (step.amount += n === 0 ? 1 : 0)),
        `total ${total + 1} by its steps, ${total} by its parts`,
        `total ${total}, ${total} in its content`,
      ],
      [
        "a dearer line",
        ({ quote: { lines } }) => lines.forEach((line, n) => (line.gross += n === 0 ? 1 : 0)),
        `total ${total} by its steps, ${total + 1} by its parts`,
        `total ${total}, ${total} in its content`,
      ],
      [
        "another total",
        ({ quote }) => (quote.totals.total -= 1),
        `total ${total} by its steps, ${total} by its parts`,
        `total ${total}, ${total - 1} in its content`,
      ],
      [
        "no quote",
        (order) => Object.assign(order, { quote: null }),
        "content that can be read",
        "content that cannot be read",
      ],
    ])("with %s is named", async (_what, change, expected, there) => {
      await rewrite(change);

      expect((await examine(true, { rules: ["order-totals"] })).found).toEqual([
        ["order-totals", { id: orderId }, expected, there],
      ]);
    });

    test("with another total in lists is named", async () => {
      await plant("UPDATE orders_order SET total = total + 100");

      expect((await examine(true, { rules: ["order-totals"] })).found).toEqual([
        [
          "order-totals",
          { id: orderId },
          `total ${total} by its steps, ${total} by its parts`,
          `total ${total + 100}, ${total} in its content`,
        ],
      ]);
    });
  });
};
