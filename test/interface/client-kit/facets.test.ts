import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  fromSearchParams,
  type SearchParamsFilter,
  toggle,
  toSearchParams,
} from "../../../clients/typescript/lib/facets.js";

const chosen = (filter: SearchParamsFilter, kind: string, value: string, name?: string) =>
  toggle(filter, { kind, name }, { value });
const range = (min: string | null, max: string | null) => ({
  value: "a range",
  minPrice: min === null ? null : { amount: min },
  maxPrice: max === null ? null : { amount: max },
});

describe("a value of a facet", () => {
  test.each(["shop", "admin"])(
    "of the %s API has in PlinthSearchFacets all that toggle reads",
    (api) => {
      const file = `../../../clients/typescript/${api}/fragments/PlinthSearchFacets.graphql`;
      const fields = readFileSync(new URL(file, import.meta.url), "utf8").split(/\s+/);

      expect(fields).toEqual(
        expect.arrayContaining(["kind", "name", "value", "minPrice", "maxPrice", "from", "to"]),
      );
    },
  );

  test.each([
    ["VENDOR", "vendors"],
    ["PRODUCT_TYPE", "productTypes"],
    ["TAG", "tags"],
    ["COLLECTION", "collections"],
  ] as const)("of the kind %s is put into %s, and taken out again", (kind, name) => {
    const one = chosen({ available: true }, kind, "Kiln");
    const two = chosen(one, kind, "Loom");

    expect(two).toEqual({ available: true, [name]: ["Kiln", "Loom"] });
    expect(chosen(two, kind, "Kiln")).toEqual({ available: true, [name]: ["Loom"] });
    expect(chosen(one, kind, "Kiln")).toEqual({ available: true });
  });

  test("of an option is put to the other values of this option", () => {
    const one = chosen(chosen({}, "OPTION", "S", "Size"), "OPTION", "Black", "Color");
    const two = chosen(one, "OPTION", "M", "Size");

    expect(two.options).toEqual([
      { name: "Color", values: ["Black"] },
      { name: "Size", values: ["S", "M"] },
    ]);
    expect(chosen(chosen(two, "OPTION", "S", "Size"), "OPTION", "M", "Size").options).toEqual([
      { name: "Color", values: ["Black"] },
    ]);
    expect(chosen(chosen({}, "OPTION", "S", "Size"), "OPTION", "S", "Size")).toEqual({});
  });

  test("of a custom field is put to its other values, or is a range of its own", () => {
    const one = chosen(
      chosen({}, "METAFIELD", "red", "facts.clay"),
      "METAFIELD",
      "white",
      "facts.clay",
    );
    const height = { kind: "METAFIELD", name: "facts.height" };
    const two = toggle(one, height, { value: "a range", from: "-4", to: "9.5" });

    expect(two.metafields).toEqual([
      { name: "facts.clay", values: ["red", "white"] },
      { name: "facts.height", min: "-4", max: "9.5" },
    ]);
    const params = toSearchParams(two, "query=mug&metafields.facts.old=x");
    expect(decodeURIComponent(params.toString())).toBe(
      "query=mug&metafields.facts.clay=red&metafields.facts.clay=white&metafields.facts.height.min=-4&metafields.facts.height.max=9.5",
    );
    expect(fromSearchParams(params)).toEqual(two);
    expect(fromSearchParams("metafields.facts.height.min=tall&metafields.facts=x")).toEqual({});
    expect(toggle(two, height, { value: "a range", from: "-4.0", to: "9.50" }).metafields).toEqual([
      { name: "facts.clay", values: ["red", "white"] },
    ]);
  });

  test.each([
    ["AVAILABILITY", "available"],
    ["ON_SALE", "onSale"],
  ] as const)("of the kind %s is true, false, or not there", (kind, name) => {
    expect(chosen({}, kind, "true")).toEqual({ [name]: true });
    expect(chosen({ [name]: true }, kind, "false")).toEqual({ [name]: false });
    expect(chosen({ [name]: false }, kind, "false")).toEqual({});
  });

  test("of the price takes the place of the range before, and goes when it is chosen again", () => {
    const one = toggle({}, { kind: "PRICE" }, range("20", "50"));
    const other = toggle(one, { kind: "PRICE" }, range("80", null));

    expect([one, other]).toEqual([{ price: { min: "20", max: "50" } }, { price: { min: "80" } }]);
    expect(toggle({ price: { min: "80.00" } }, { kind: "PRICE" }, range("80", null))).toEqual({});
  });

  test("of a kind that is not known changes nothing, and nothing is changed in the filter itself", () => {
    const filter = Object.freeze({ tags: ["new"] });

    expect(chosen(filter, "A_KIND_OF_TOMORROW", "x")).toEqual(filter);
    expect(chosen(filter, "TAG", "sale")).not.toBe(filter);
    expect(toggle(null, { kind: "TAG" }, { value: "new" })).toEqual({ tags: ["new"] });
  });
});

describe("a filter in an address", () => {
  const filter: SearchParamsFilter = {
    available: true,
    collections: ["collection_01m8v4fg9mexntr4vaezdj17ms"],
    onSale: false,
    options: [{ name: "Größe & Länge", values: ["M/32", "L"] }],
    price: { min: "10", max: "80.50" },
    productTypes: ["", "Mug"],
    tags: ["a&b=c"],
    vendors: ["Kiln"],
  };

  test("is the same again, whatever characters it has", () => {
    expect(fromSearchParams(`?${toSearchParams(filter).toString()}`)).toEqual(filter);
  });

  test("leaves the other parameters as they are, and takes the place of the filter before", () => {
    const params = toSearchParams(
      { vendors: ["Loom"] },
      "?query=mug&vendors=Kiln&options.Size=M&sort=PRICE",
    );

    expect(params.toString()).toBe("query=mug&sort=PRICE&vendors=Loom");
    expect(toSearchParams(null, params).toString()).toBe("query=mug&sort=PRICE");
  });

  test("leaves out collections whose ids are malformed", () => {
    const id = "collection_01m8v4fg9mexntr4vaezdj17ms";

    expect(fromSearchParams(`collections=mugs&collections=${id}`)).toEqual({ collections: [id] });
    expect(fromSearchParams("collections=mugs")).toEqual({});
  });

  test("leaves out what is malformed, empty or unknown", () => {
    expect(
      fromSearchParams("price.min=cheap&price.max=-3&available=yes&options.=M&page=2&utm_source=x"),
    ).toEqual({});
    expect(toSearchParams({ vendors: [], price: { min: null }, available: null }).toString()).toBe(
      "",
    );
  });

  test("leaves out custom fields that are no facets any more, where the facets are known", () => {
    const address =
      "vendors=Kiln&metafields.facts.clay=red&metafields.facts.old=x&metafields.facts.year.min=3";
    const clay = { kind: "METAFIELD", name: "facts.clay" };
    const others = [
      { kind: "OPTION", name: "facts.old" },
      { kind: "VENDOR", name: null },
    ];

    expect(fromSearchParams(address).metafields).toHaveLength(3);
    expect(fromSearchParams(address, [clay, ...others])).toEqual({
      vendors: ["Kiln"],
      metafields: [{ name: "facts.clay", values: ["red"] }],
    });
    expect(fromSearchParams(address, [])).toEqual({ vendors: ["Kiln"] });
  });

  test("leaves out texts where a field has numbers, and ranges where it has texts", () => {
    const address =
      "metafields.facts.year=old&metafields.facts.year.min=1990&metafields.facts.clay=red&metafields.facts.clay.max=3";
    const facets = [
      { kind: "METAFIELD", name: "facts.year", metafieldType: "INTEGER" },
      { kind: "METAFIELD", name: "facts.clay", metafieldType: "TEXT" },
    ];

    expect(fromSearchParams(address, facets).metafields).toEqual([
      { name: "facts.year", min: "1990" },
      { name: "facts.clay", values: ["red"] },
    ]);
  });

  test("leaves out values and names that are too long to be any", () => {
    const long = "x".repeat(256);
    const given = ["vendors=Kiln", `vendors=${long}`, `options.${long}=M`, `options.Size=${long}`];

    expect(fromSearchParams(given.join("&"))).toEqual({ vendors: ["Kiln"] });
    expect(fromSearchParams(`metafields.facts.clay=${long}`)).toEqual({});
  });

  test("has each value once, and no more than the server accepts", () => {
    const many = Array.from({ length: 300 }, (_, n) => `tags=t${n}`).join("&");
    const options = Array.from({ length: 30 }, (_, n) => `options.o${n}=x`).join("&");

    expect(fromSearchParams("tags=a&tags=a").tags).toEqual(["a"]);
    expect(fromSearchParams(many).tags).toHaveLength(250);
    expect(fromSearchParams(options).options).toHaveLength(20);
  });
});
