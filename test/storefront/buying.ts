import type { Page, Route } from "playwright-core";

export const SUCCEEDS = "tok_succeed";
export const DECLINED = "tok_decline_card_declined";
export const ASKS = "tok_requires_action";

/** From the page of a product to the checkout. */
export const putIntoCart = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page
    .getByRole("dialog", { name: "Cart" })
    .getByRole("link", { name: "To the checkout" })
    .click();
  await page.getByRole("heading", { name: "Checkout" }).waitFor();
};

export const enterAddress = async (page: Page): Promise<void> => {
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Country", { exact: true }).selectOption("DE");
  await page.getByLabel("Last name").fill("Byron");
  await page.getByLabel("Street and number").fill("Street 1");
  await page.getByLabel("Postcode").fill("10115");
  await page.getByLabel("City").fill("Berlin");
  await page.getByRole("button", { name: "Save and choose the delivery" }).click();
};

/** With scripts: waits until the page shows the total with the delivery, and nothing is on its way any more. */
export const chooseDelivery = async (page: Page): Promise<void> => {
  await page.getByRole("radio", { name: "Parcel" }).check();
  await page.locator(".pay:enabled", { hasText: /^Pay \D*\d/ }).waitFor();
};

/** Everything up to the button that pays. */
export const prepareOrder = async (page: Page, token = SUCCEEDS): Promise<void> => {
  await putIntoCart(page);
  await enterAddress(page);
  await chooseDelivery(page);
  await page.getByLabel("Test card").selectOption(token);
};

export const payButton = (page: Page) => page.getByRole("button", { name: /^Pay / });

/** How the order page says that the order stands. */
export const standing = async (page: Page): Promise<string | null> => {
  const head = page.locator(".order-head");
  await head.waitFor();
  return head.getAttribute("data-standing");
};

/** Lets a request reach the storefront, and its answer nobody. */
export const loseAnswer = async (route: Route): Promise<void> => {
  const request = route.request();
  const sent = Object.entries(await request.allHeaders()).filter(([name]) =>
    /^(accept|cookie|content-type|origin|referer)$/.test(name),
  );
  const body = request.postData();
  await fetch(request.url(), { method: request.method(), headers: sent, body });
  await route.abort("connectionreset");
};
