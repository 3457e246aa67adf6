import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JourneyDatabase } from "../e2e/journey.js";
import {
  ASKS,
  chooseDelivery,
  DECLINED,
  enterAddress,
  loseAnswer,
  payButton,
  prepareOrder,
  putIntoCart,
  standing,
  SUCCEEDS,
} from "./buying.js";
import { openShop, type OpenShop } from "./open-shop.js";

/**
 * Buys in the storefront with a browser, in front of a server with a database.
 * @param more tests of the same shop: opening one takes long
 */
export const journeys = (
  name: string,
  newDatabase: () => Promise<JourneyDatabase | undefined>,
  more: (shop: () => OpenShop) => void = () => undefined,
) => {
  describe(`the storefront on ${name}`, () => {
    let shop: OpenShop;
    beforeAll(async () => {
      shop = await openShop(await newDatabase());
    });
    afterAll(() => shop?.close());

    test("a guest gets from the home page to a paid order", async () => {
      const before = await shop.orders();
      const { page, errors, go } = await shop.visit();

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
    });

    test("a buyer whose card is declined pays the same order with another card", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, DECLINED);

      await payButton(page).click();
      expect(await standing(page)).toBe("FAILED");
      expect(await page.locator(".order-head").innerText()).toContain("The card was declined.");
      await payButton(page).click();
      await page.locator('[data-standing="CONFIRMED"]').waitFor();

      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a buyer who approves with 3-D Secure comes back to a paid order", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, ASKS);

      await payButton(page).click();
      await page.getByRole("button", { name: "Approve" }).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a second click on the button that pays places no second order", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, SUCCEEDS);

      await payButton(page).dblclick();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("without scripts a buyer gets to a paid order too", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit({ javaScriptEnabled: false });

      await go("products/everyday-mug");
      await page.getByRole("button", { name: "Add to cart" }).click();
      await page.getByRole("link", { name: "To the checkout" }).click();
      await page.getByLabel("E-mail").fill("ada@example.com");
      await page.getByLabel("Country", { exact: true }).selectOption("DE");
      await page.getByLabel("Last name").fill("Byron");
      await page.getByLabel("Street and number").fill("Street 1");
      await page.getByLabel("Postcode").fill("10115");
      await page.getByLabel("City").fill("Berlin");
      await page.getByRole("button", { name: "Save and choose the delivery" }).click();
      await page.getByRole("radio", { name: "Parcel" }).check();
      await page.getByRole("button", { name: "Use this delivery" }).click();
      await payButton(page).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("two tabs with one cart place one order", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, SUCCEEDS);
      const other = await page.context().newPage();
      await other.goto(page.url());

      await payButton(page).click();
      expect(await standing(page)).toBe("CONFIRMED");
      await payButton(other).click();

      expect(await standing(other)).toBe("CONFIRMED");
      expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a checkout that is opened after its order was placed leads to the order", async () => {
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page, SUCCEEDS);
      const checkout = page.url();
      await payButton(page).click();
      expect(await standing(page)).toBe("CONFIRMED");

      const other = await page.context().newPage();
      await other.goto(checkout);

      expect(await standing(other)).toBe("CONFIRMED");
      expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
      await other.getByRole("status").getByText("placed in another window").waitFor();
    });

    test("a price that has changed is shown before anything is charged", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug?Colour=Ink");
      const variant = await page.locator(".add input[name=variant]").inputValue();
      await prepareOrder(page);

      await shop.setPrice(variant, "19.90");
      await payButton(page).click();
      const note = page
        .getByRole("alert")
        .getByText(/The total has changed from .* Nothing was charged/);
      await note.waitFor();
      expect(await shop.orders()).toHaveLength(before.length);
      await payButton(page).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("what is sold out in the last step is said, and nothing is ordered", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug?Colour=Oat");
      const variant = await page.locator(".add input[name=variant]").inputValue();
      await prepareOrder(page);

      await shop.setStock(variant, 0);
      await payButton(page).click();
      await page.getByRole("alert").getByText("It has been sold in the meantime.").waitFor();
      await page.getByRole("link", { name: "Change the cart" }).click();
      await page
        .getByRole("button", { name: /^Remove/ })
        .first()
        .click();

      await page.locator("main").getByText("There is nothing in your cart yet.").waitFor();
      expect(await shop.orders()).toHaveLength(before.length);
    });

    test("a buyer who is offline for a while loses nothing, and orders once", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page);

      await page.context().setOffline(true);
      await payButton(page).click();
      await page.getByRole("alert").getByText("You are offline.").waitFor();
      await page.context().setOffline(false);
      await payButton(page).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a buyer whom the answer to a payment does not reach is led to the one order", async () => {
      const before = await shop.orders();
      const { page, go } = await shop.visit();
      await go("products/everyday-mug");
      await prepareOrder(page);

      await page.route(/\/checkout\.data/, loseAnswer, { times: 1 });
      await payButton(page).click();
      await page.locator("[data-trouble]").getByRole("link", { name: "Try again" }).click();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a reload in every step changes nothing", async () => {
      const before = await shop.orders();
      const { page, go, reload } = await shop.visit();
      await go("products/everyday-mug");
      await reload();
      await putIntoCart(page);
      await reload();
      await enterAddress(page);
      await page.getByRole("radio", { name: "Parcel" }).waitFor();
      await reload();
      expect(await page.getByLabel("E-mail").inputValue()).toBe("ada@example.com");
      await chooseDelivery(page);
      await reload();
      expect(await page.getByRole("radio", { name: "Parcel" }).isChecked()).toBe(true);
      await payButton(page).click();
      expect(await standing(page)).toBe("CONFIRMED");
      await reload();

      expect(await standing(page)).toBe("CONFIRMED");
      expect(await shop.orders()).toHaveLength(before.length + 1);
    });

    test("a card of a filtered list shows the variant that is filtered for, and leads to it", async () => {
      const { page, go } = await shop.visit();
      await go("search?q=everyday+mug&options.Colour=Sage");
      const card = page.locator(".card", { hasText: "Everyday Mug" });
      expect(await card.textContent()).toContain("Sage");

      await card.getByRole("link").click();

      await page.waitForURL(/products\/everyday-mug\?.*Colour=Sage/);
    });

    test("a checkout of an empty cart leads to the cart", async () => {
      const { page, go } = await shop.visit();

      await go("checkout");

      expect(page.url()).toMatch(/\/cart$/);
      await go("products/everyday-mug");
      await putIntoCart(page);
      expect(page.url()).toMatch(/\/checkout$/);
    });

    more(() => shop);
  });
};
