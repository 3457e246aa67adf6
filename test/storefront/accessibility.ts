import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { chooseDelivery, enterAddress, payButton, standing, SUCCEEDS } from "./buying.js";
import type { OpenShop } from "./open-shop.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** More than any page has between its start and what a buyer looks for. */
const MOST_TABS = 120;

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Serious and critical findings of axe about a page as it stands, each with what it is about. */
const findings = async (page: Page): Promise<readonly string[]> => {
  // A colour on its way is none that axe can judge. What a change of the page cancels is rejected.
  await page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))");
  const violations = (await page.evaluate(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => JSON.parse(JSON.stringify(violations)))",
  )) as readonly Finding[];
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
};

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

/** What a buyer needs who does not see the pages, or uses no mouse. */
export const accessibility = (shop: () => OpenShop): void => {
  test("axe finds nothing serious on any page, wide and light or narrow and dark", async () => {
    const { page, go } = await shop().visit();
    await page.addInitScript({ content: AXE });
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      for (const [kind, width, colorScheme] of [
        ["wide", 1280, "light"],
        ["narrow", 390, "dark"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const all = await findings(page);
        if (all.length > 0) found[`${name}, ${kind}`] = all;
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    };

    await go("");
    await look("home");
    const collection = page.locator('main a[href*="/collections/"]').first();
    await go((await collection.getAttribute("href"))?.replace(/^\/shop\//, "") ?? "");
    await look("collection");
    for (const path of ["search?q=mug", "search?q=nothing-has-this-name", "no/such/page"]) {
      await go(path);
      await look(path);
    }
    await go("cart");
    await look("empty cart");
    await go("products/everyday-mug");
    await look("product");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("dialog", { name: "Cart" }).waitFor();
    await look("drawer");
    await go("cart");
    await look("cart");
    await go("checkout");
    await look("checkout");
    const save = page.getByRole("button", { name: "Save and choose the delivery" });
    await save.hover();
    expect(await findings(page)).toEqual([]);
    await save.click();
    await page.getByText("Enter ").first().waitFor();
    await look("checkout with problems");
    await enterAddress(page);
    await page.getByRole("radio", { name: "Parcel" }).waitFor();
    await look("checkout with an address");
    await chooseDelivery(page);
    await page.getByLabel("Test card").selectOption(SUCCEEDS);
    await look("checkout with a payment");
    await payButton(page).click();
    await standing(page);
    await look("order");
    await go("orders");
    await look("orders");

    expect(found).toEqual({});
  });

  test("a buyer without a mouse gets from a product to a paid order", async () => {
    const before = await shop().orders();
    const { page, go } = await shop().visit();
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
  });
};
