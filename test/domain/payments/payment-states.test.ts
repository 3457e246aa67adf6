import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  maySettle,
  PAYMENT_STATES,
  PAYMENT_TRANSITIONS,
  paymentStateDiagram,
} from "../../../src/domain/payments/payment-states.js";

describe("the states of a payment", () => {
  test("are left only as the table says, and never go back", () => {
    const moves = PAYMENT_STATES.map((from) => [
      from,
      ...PAYMENT_STATES.filter((to) => maySettle(from, to, false)),
    ]);

    expect(moves).toEqual([
      ["PENDING", "REQUIRES_ACTION", "AUTHORISED", "CAPTURED", "DECLINED", "CANCELLED", "EXPIRED"],
      ["REQUIRES_ACTION", "AUTHORISED", "CAPTURED", "DECLINED", "CANCELLED", "EXPIRED"],
      ["AUTHORISED", "CAPTURED", "CANCELLED", "EXPIRED"],
      ["CAPTURED"],
      ["DECLINED", "AUTHORISED", "CAPTURED", "CANCELLED", "EXPIRED"],
      ["CANCELLED", "CAPTURED"],
      ["EXPIRED", "CAPTURED"],
    ]);
  });

  test("were a guess until the gateway has told of the payment for the first time", () => {
    expect(maySettle("EXPIRED", "AUTHORISED", true)).toBe(true);
    expect(maySettle("EXPIRED", "AUTHORISED", false)).toBe(false);
  });

  test("are drawn with every transition of the table, and the guide shows that diagram", () => {
    const diagram = paymentStateDiagram();

    for (const { from, to } of PAYMENT_TRANSITIONS) expect(diagram).toContain(`${from} --> ${to}:`);
    expect(readFileSync("docs/guide/payments.md", "utf8")).toContain(
      `\`\`\`mermaid\n${diagram}\n\`\`\``,
    );
  });
});
