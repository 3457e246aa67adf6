import { expect, test } from "vitest";
import { checkedReturnUrl } from "../../../src/domain/payments/checked-return-url.js";

const OWN = ["https://shop.example"];

test.each([
  ["https://shop.example/orders/{link}", "https://shop.example/orders/{link}"],
  ["https://shop.example/orders/%7blink%7D", "https://shop.example/orders/{link}"],
  ["https://shop.example/?of={link}#{link}", "https://shop.example/?of={link}#{link}"],
  ["https://SHOP.example/../{link}/..", "https://shop.example/"],
])("%s is kept as %s", (raw, kept) => {
  expect(checkedReturnUrl(raw, OWN)).toBe(kept);
});

test.each(["https://{link}.shop.example/", "https://shop.example.{link}/", "{link}"])(
  "the link of the order is no part of a host: %s",
  (raw) => {
    expect(() => checkedReturnUrl(raw, "*")).toThrow(
      raw === "{link}" ? "Send a whole https URL" : "The link of the order may only",
    );
  },
);

test("a URL is as long as allowed with the link of the order in it", () => {
  const [long, longer] = [56, 57].map((times) => `https://shop.example/${"{link}".repeat(times)}`);

  expect(checkedReturnUrl(long ?? "", OWN)).toBe(long);
  expect(() => checkedReturnUrl(longer ?? "", OWN)).toThrow("Send a whole https URL");
});
