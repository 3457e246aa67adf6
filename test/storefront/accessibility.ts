import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { payButton, standing } from "./buying.js";
import type { OpenShop } from "./open-shop.js";

/** More than any page has between its start and what a buyer looks for. */
const MOST_TABS = 120;

/** Goes on with the Tab key until something has the focus, and expects that one sees it. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press("Tab");
    const outline = await wanted.evaluate((element) =>
      element === element.ownerDocument.activeElement
        ? element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle
        : null,
    );
    if (outline === null) continue;
    expect(outline).not.toBe("none");
    return;
  }
  throw new Error(`${String(wanted)} is not reached by the Tab key.`);
};

/** What a buyer needs who uses no mouse. */
export const accessibility = (shop: () => OpenShop): void => {
  test("a buyer without a mouse gets from a product to a paid order", async () => {
    const before = await shop().orders();
    const { page, go, leave } = await shop().visit();
    const { keyboard } = page;
    const enter = async (label: string, text: string): Promise<void> => {
      await tabTo(page, page.getByLabel(label, { exact: label === "Country" }));
      await keyboard.type(text);
    };

    await go("products/everyday-mug");
    await tabTo(page, page.getByRole("button", { name: "Add to cart" }));
    await keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Cart" });
    await tabTo(page, drawer.getByRole("link", { name: "To the checkout" }));
    await keyboard.press("Enter");
    await enter("E-mail", "ada@example.com");
    await enter("Country", "Germany");
    await enter("Last name", "Byron");
    await enter("Street and number", "Street 1");
    await enter("Postcode", "10115");
    await enter("City", "Berlin");
    await tabTo(page, page.getByRole("button", { name: "Save and choose the delivery" }));
    await keyboard.press("Enter");
    await tabTo(page, page.getByRole("radio", { name: "Parcel" }));
    await keyboard.press("Space");
    await page.locator(".pay:enabled", { hasText: "€" }).waitFor();
    await tabTo(page, payButton(page));
    await keyboard.press("Enter");

    expect(await standing(page)).toBe("CONFIRMED");
    expect(await shop().orders()).toHaveLength(before.length + 1);
    await leave();
  });
};
