import { pathToFileURL } from "node:url";

interface CsvSize {
  readonly rows: number;
  /** Variants, and so rows, of each product. */
  readonly variantsPerProduct: number;
}

const COLORS = ["Black", "White", "Red", "Blue", "Green", "Grey", "Sand", "Olive", "Plum", "Coral"];
const IMAGES_AT_MOST = 20;
const HEADER =
  "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / Condition,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status";

/**
 * A large product file, the same on every run: realistic cells, one image for every second variant.
 */
export function* productCsv({ rows, variantsPerProduct }: CsvSize): Generator<string> {
  yield `${HEADER}\n`;
  for (let row = 0; row < rows; row++)
    yield line(
      Math.floor(row / variantsPerProduct),
      row % variantsPerProduct,
      variantsPerProduct > 1,
    );
}

function line(product: number, variant: number, hasOptions: boolean): string {
  const handle = `bench-product-${product}`;
  const isFirst = variant === 0;
  const image =
    variant % 2 === 0 && variant < IMAGES_AT_MOST
      ? `https://cdn.example.com/images/${handle}-${variant}.jpg`
      : "";
  const price = ((product * 37 + variant * 101) % 20_000) / 100 + 1;
  const cells = [
    handle,
    isFirst ? `Bench product no. ${product}` : "",
    isFirst
      ? `"<p>A <strong>sturdy</strong> thing, made for measuring.</p>\n<ul><li>Number ${product}</li><li>Dishwasher safe</li></ul>"`
      : "",
    isFirst ? `Vendor ${product % 40}` : "",
    isFirst ? "Home & Garden > Kitchen & Dining" : "",
    isFirst ? `Type ${product % 12}` : "",
    isFirst ? `"bench, kitchen, tag-${product % 30}"` : "",
    isFirst ? "true" : "",
    isFirst ? (hasOptions ? "Color" : "Title") : "",
    hasOptions
      ? `${COLORS[variant % COLORS.length] ?? ""}${variant >= COLORS.length ? ` ${Math.floor(variant / COLORS.length)}` : ""}`
      : "Default Title",
    "",
    "",
    "",
    "",
    `BENCH-${product}-${variant}`,
    String(100 + ((product * 7) % 900)),
    "shopify",
    String((product * 13 + variant) % 50),
    "deny",
    "manual",
    price.toFixed(2),
    product % 4 === 0 ? (price * 1.25).toFixed(2) : "",
    "true",
    "true",
    String(4_000_000_000_000 + product * 100 + variant),
    image,
    image && String(variant / 2 + 1),
    image && `View ${variant / 2 + 1}`,
    isFirst ? "false" : "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    image,
    "g",
    "",
    (price * 0.4).toFixed(2),
    isFirst ? "active" : "",
  ];
  return `${cells.join(",")}\n`;
}

// node .cache/bench/bench/product-csv.js 30000 5 > products.csv
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rows = 30_000, variantsPerProduct = 5] = process.argv.slice(2).map(Number);
  for (const piece of productCsv({ rows, variantsPerProduct })) process.stdout.write(piece);
}
