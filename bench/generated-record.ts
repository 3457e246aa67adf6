import type { ProductRecord } from "../src/application/catalog/ports/product-record.js";
import { anyIndex, pick, type Random } from "./seeded-random.js";

export const ADJECTIVES = [
  "Plain",
  "Warm",
  "Light",
  "Striped",
  "Soft",
  "Bold",
  "Tiny",
  "Wide",
  "Café",
  "Élégant",
  "Classic",
  "Rough",
  "Fine",
  "Quiet",
  "Bright",
  "Heavy",
];
export const MATERIALS = [
  "cotton",
  "linen",
  "wool",
  "oak",
  "steel",
  "glass",
  "stoneware",
  "leather",
  "paper",
  "silk",
  "hemp",
  "cork",
];
const THINGS = [
  "Shirt",
  "Mug",
  "Bowl",
  "Lamp",
  "Chair",
  "Bag",
  "Scarf",
  "Plate",
  "Blanket",
  "Notebook",
  "Shelf",
  "Vase",
  "テーブル",
  "茶碗",
  "Kissen",
  "Tablecloth",
];
const CITIES = ["Lisbon", "Oslo", "Kyoto", "Graz", "Lyon", "Leeds", "Turin", "Ghent"];
const TAGS = [
  "gift",
  "sale",
  "new",
  "handmade",
  "organic",
  "bestseller",
  "limited",
  "kitchen",
  "home",
  "travel",
  "summer",
  "winter",
  "kids",
  "office",
  "vintage",
  "refill",
];
const COLOURS = [
  "Black",
  "White",
  "Red",
  "Blue",
  "Green",
  "Grey",
  "Sand",
  "Olive",
  "Plum",
  "Coral",
  "Mint",
  "Navy",
  "Rose",
  "Ochre",
  "Teal",
  "Wine",
  "Ivory",
  "Slate",
  "Lilac",
  "Amber",
];
const SIZES = ["XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL", "6XL"];

/** The record of a product, as an import file describes it. */
export const generatedRecord = (n: number, variants: number, random: Random): ProductRecord => {
  const [adjective, material, thing] = [
    pick(ADJECTIVES, anyIndex(random)),
    pick(MATERIALS, anyIndex(random)),
    pick(THINGS, anyIndex(random)),
  ];
  const options = optionsFor(variants);
  const location = { line: n + 2, column: null };
  return {
    location,
    slug: `product-${n}`,
    title: `${adjective} ${material} ${thing} ${n}`,
    descriptionHtml: `<p>A ${thing} of ${material} from ${pick(CITIES, anyIndex(random))}, ${adjective.toLowerCase()} and made to last.</p><p>${pick(MATERIALS, anyIndex(random))} and ${pick(MATERIALS, anyIndex(random))}, wiped clean with a damp cloth.</p>`,
    vendor: `${pick(CITIES, anyIndex(random))} ${pick(MATERIALS, anyIndex(random))} works`,
    productType: thing,
    category: `Home & Garden > ${thing}`,
    tags: [
      ...new Set([
        pick(TAGS, anyIndex(random)),
        pick(TAGS, anyIndex(random)),
        pick(TAGS, anyIndex(random)),
      ]),
    ],
    status: random() < 0.95 ? "ACTIVE" : "DRAFT",
    published: true,
    options: options.map(({ name }) => name),
    images: [0, 1].map((index) => ({
      location,
      url: `https://img.example/${n}/${index}.webp`,
      alt: `${thing} ${n}`,
      position: index + 1,
    })),
    variants: Array.from({ length: variants }, (_, index) => ({
      location,
      optionValues: combination(options, index),
      sku: `GEN-${n}-${index}`,
      barcode: String(4_000_000_000_000 + n * 2_000 + index),
      tracked: true,
      weightMilligrams: 100_000 + index,
    })),
  };
};

interface Axis {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Enough options for the number of combinations: up to 20 colours, 10 sizes and any number of cuts.
 */
const optionsFor = (variants: number): readonly Axis[] => {
  const sizes = Math.min(variants, SIZES.length);
  const colours = Math.min(Math.ceil(variants / sizes), COLOURS.length);
  const cuts = Math.ceil(variants / (sizes * colours));
  return [
    ...(colours > 1 ? [{ name: "Colour", values: COLOURS.slice(0, colours) }] : []),
    { name: "Size", values: SIZES.slice(0, sizes) },
    ...(cuts > 1
      ? [{ name: "Cut", values: Array.from({ length: cuts }, (_, index) => `Cut ${index + 1}`) }]
      : []),
  ];
};

const combination = (options: readonly Axis[], index: number): readonly string[] => {
  let left = index;
  return options
    .toReversed()
    .map(({ values }) => {
      const value = pick(values, left);
      left = Math.floor(left / values.length);
      return value;
    })
    .toReversed();
};
