import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JourneyDatabase } from "../e2e/journey.js";
import {
  ASKS,
  DECLINED,
  payButton,
  prepareOrder,
  putIntoCart,
  standing,
  SUCCEEDS,
} from "./buying.js";
import { openShop, type OpenShop } from "./open-shop.js";

/** Buys in the storefront with a browser, in front of a server with a database. */
export const journeys = (name: string, newDatabase: () => Promise<JourneyDatabase | undefined>) => {
  describe(`the storefront on ${name}`, () => {
    let shop: OpenShop;
    beforeAll(async () => {
      shop = await openShop(await newDatabase());
    });
    afterAll(() => shop?.close());

    test("a guest gets from the home page to a paid order", async () => {
      const before = await shop.orders();
      const { page, errors, go, leave } = await shop.visit();

      await go("");
      await page.getByRole("combobox", { name: "Search the shop" }).fill("everyday mug");
      await page.getByRole("option", { name: /Everyday Mug/ }).click();
      await page.getByRole("link", { name: "Sage" }).click();
      await page.waitForURL(/Colour=Sage/);
      await prepareOrder(page, SUCCEEDS);
      await payButton(page).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await page.locator(".summary").first().innerText()).toContain("Sage");
      expect(await shop.orders()).toHaveLength(before.length + 1);
      expect((await shop.orders())[0]).toMatchObject({ state: "CONFIRMED", paymentStatus: "PAID" });
      expect(errors).toEqual([]);
      await leave();
    });

    test("a buyer whose card is declined pays the same order with another card", async () => {
      const before = await shop.orders();
      const { page, go, leave } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, DECLINED);

      await payButton(page).click();
      expect(await standing(page)).toBe("FAILED");
      expect(await page.locator(".order-head").innerText()).toContain("The card was declined.");
      await payButton(page).click();
      await page.locator('[data-standing="CONFIRMED"]').waitFor();

      expect(await shop.orders()).toHaveLength(before.length + 1);
      await leave();
    });

    test("a buyer who approves with 3-D Secure comes back to a paid order", async () => {
      const before = await shop.orders();
      const { page, go, leave } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, ASKS);

      await payButton(page).click();
      await page.getByRole("button", { name: "Approve" }).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
      await leave();
    });

    test("a second click on the button that pays places no second order", async () => {
      const before = await shop.orders();
      const { page, go, leave } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, SUCCEEDS);

      await payButton(page).dblclick();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
      await leave();
    });

    test("without scripts a buyer gets to a paid order too", async () => {
      const before = await shop.orders();
      const { page, go, leave } = await shop.visit({ javaScriptEnabled: false });

      await go("products/everyday-mug");
      await page.getByRole("button", { name: "Add to cart" }).click();
      await page.getByRole("link", { name: "To the checkout" }).click();
      await page.getByLabel("E-mail").fill("ada@example.com");
      await page.getByLabel("Country", { exact: true }).selectOption("DE");
      await page.getByLabel("Last name").fill("Byron");
      await page.getByLabel("Street and number").fill("Street 1");
      await page.getByLabel("City").fill("Berlin");
      await page.getByRole("button", { name: "Save and choose the delivery" }).click();
      await page.getByRole("radio", { name: "Parcel" }).check();
      await page.getByRole("button", { name: "Use this delivery" }).click();
      await payButton(page).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
      await leave();
    });

    test("two tabs with one cart place one order", async () => {
      const before = await shop.orders();
      const { page, go, leave } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, SUCCEEDS);
      const other = await page.context().newPage();
      await other.goto(page.url());

      await payButton(page).click();
      expect(await standing(page)).toBe("CONFIRMED");
      await payButton(other).click();

      expect(await standing(other)).toBe("CONFIRMED");
      expect(other.url()).toBe(page.url());
      expect(await shop.orders()).toHaveLength(before.length + 1);
      await leave();
    });

    test("a checkout of an empty cart leads to the cart", async () => {
      const { page, go, leave } = await shop.visit();

      await go("checkout");

      expect(page.url()).toMatch(/\/cart$/);
      await go("products/everyday-mug");
      await putIntoCart(page);
      expect(page.url()).toMatch(/\/checkout$/);
      await leave();
    });
  });
};
