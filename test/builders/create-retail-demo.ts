import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Catalog } from "../../src/application/catalog/catalog.js";
import { OPERATOR } from "../../src/application/shared/viewer.js";
import type { OwnProduct } from "./own-products.js";

// The file may not be shipped, so it lies outside of the checkout.
const FILE = join(
  import.meta.dirname,
  "../../../shared/data/other/retail-demo-store-products.yaml",
);

export const hasRetailDemo = existsSync(FILE);

interface DemoProduct {
  readonly name: string;
  readonly category: string;
  readonly style: string;
  readonly description: string;
  readonly price: number;
  readonly current_stock: number;
  readonly gender_affinity?: string;
}

/** The input of `productsCreate` for a product. */
const asItem = (
  { name, category, style, description, price, current_stock: onHand }: DemoProduct,
  index: number,
) => ({
  title: name,
  descriptionHtml: `<p>${description.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`,
  productType: style,
  tags: [category],
  status: "ACTIVE" as const,
  variants: [
    {
      sku: `RDS-${String(index + 1).padStart(5, "0")}`,
      barcode: ean(index + 1),
      price: price.toFixed(2),
      onHand,
    },
  ],
});

const asOwnItem = ({ title, description, type, tags }: OwnProduct, index: number) => ({
  title,
  descriptionHtml: `<p>${description}</p>`,
  productType: type,
  tags: [...tags],
  status: "ACTIVE" as const,
  variants: [{ sku: `OWN-${index + 1}`, price: "12.00", onHand: 3 }],
});

/** A number of the range for internal use, with its check digit. */
const ean = (n: number): string => {
  const digits = `200${String(n).padStart(9, "0")}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

const PORTION = 250;

/** Creates and publishes the products of the shared file and our own. @returns how many */
export const createRetailDemo = async (
  shop: Catalog,
  own: readonly OwnProduct[],
): Promise<number> => {
  const products = parse(readFileSync(FILE, "utf8")) as readonly DemoProduct[];
  const items = [...products.map(asItem), ...own.map(asOwnItem)];
  for (let start = 0; start < items.length; start += PORTION) {
    const { result } = await shop.productsCreate(
      { items: items.slice(start, start + PORTION) },
      OPERATOR,
    );
    const ids = (result?.items ?? []).flatMap((item) =>
      item.result ? [item.result.productId] : [],
    );
    await shop.productsPublish({ items: ids.map((id) => ({ id })) }, OPERATOR);
  }
  return items.length;
};
