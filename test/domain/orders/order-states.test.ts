import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  allowedActions,
  ORDER_STATES,
  ORDER_STEPS,
  ORDER_TRANSITIONS,
  orderStateDiagram,
  stateAfter,
  stateAt,
} from "../../../src/domain/orders/order-states.js";

const OVER = ["ALREADY_CONFIRMED", "ALREADY_CONFIRMED", "ALREADY_CANCELLED", "EXPIRED"] as const;

describe("the states of an order", () => {
  test("are left only as the table says", () => {
    const moves = ORDER_STATES.flatMap((from) =>
      ORDER_STEPS.flatMap((step) => {
        const to = stateAfter(from, step);
        return to ? [`${from} ${step} ${to}`] : [];
      }),
    );

    expect(moves).toEqual([
      "AWAITING_PAYMENT CONFIRM CONFIRMED",
      "AWAITING_PAYMENT CANCEL CANCELLED",
      "AWAITING_PAYMENT EXPIRE EXPIRED",
      "CONFIRMED CANCEL CANCELLED",
      "EXPIRED REOPEN CONFIRMED",
    ]);
    expect(ORDER_TRANSITIONS).toHaveLength(moves.length);
  });

  test.each([
    ["STAFF", false, [null, null, "ALREADY_CONFIRMED", "ALREADY_CANCELLED", "EXPIRED"]],
    ["STAFF", true, [null, null, "ALREADY_CONFIRMED", "ALREADY_CANCELLED", "EXPIRED"]],
    ["BUYER", false, [null, ...OVER]],
    ["BUYER", true, ["PAYMENT_OPEN", ...OVER]],
  ] as const)("allow %s to cancel, a payment being open %s, or say why not", (by, open, blocks) => {
    const blockOf = (state: (typeof ORDER_STATES)[number]) =>
      allowedActions({ state, isPaymentOpen: open }, by)[0]?.blockedBy;

    expect(ORDER_STATES.map(blockOf)).toEqual(blocks);
  });

  test("are shown as of a moment: an unpaid order is expired from the end of its time on", () => {
    const reservationEndsAt = new Date("2026-01-01T12:30:00.000Z");
    const before = new Date(reservationEndsAt.getTime() - 1);
    const waiting = { state: "AWAITING_PAYMENT", reservationEndsAt } as const;

    expect(stateAt(waiting, before)).toBe("AWAITING_PAYMENT");
    expect(stateAt(waiting, reservationEndsAt)).toBe("EXPIRED");
    expect(stateAt({ ...waiting, state: "CONFIRMED" }, reservationEndsAt)).toBe("CONFIRMED");
    expect(stateAt({ ...waiting, reservationEndsAt: null }, reservationEndsAt)).toBe(
      "AWAITING_PAYMENT",
    );
  });

  test("are drawn with every transition of the table, and the guide shows that diagram", () => {
    const diagram = orderStateDiagram();

    for (const { from, to } of ORDER_TRANSITIONS) expect(diagram).toContain(`${from} --> ${to}:`);
    expect(diagram).toContain("CANCELLED --> [*]");
    expect(readFileSync("docs/guide/orders.md", "utf8")).toContain(
      `\`\`\`mermaid\n${diagram}\n\`\`\``,
    );
  });
});
