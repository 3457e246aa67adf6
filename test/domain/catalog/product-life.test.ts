import { describe, expect, test } from "vitest";
import {
  InvalidPublication,
  ProductArchived,
  ProductInUse,
} from "../../../src/domain/catalog/errors.js";
import {
  isVisible,
  nextTurn,
  Product,
  type ProductContent,
  type ProductSnapshot,
  type ProductStatus,
} from "../../../src/domain/catalog/product.js";
import { productContent, productId } from "../../builders/product-content.js";
import type { Refused } from "../../../src/domain/shared/domain-error.js";

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1, hour));
const NOW = at(12);

const stored = (more: Partial<ProductContent>, announced = false): Product =>
  Product.restore({
    ...productContent(1, { publication: null, ...more }),
    id: productId(1),
    version: 4,
    announced,
    createdAt: at(0),
    updatedAt: at(0),
  });

const VERBS = {
  publish: (product: Product) => product.publish({}, NOW),
  unpublish: (product: Product) => product.unpublish(NOW),
  archive: (product: Product) => product.archive(NOW),
  unarchive: (product: Product) => product.unarchive(NOW),
} as const;
type Verb = keyof typeof VERBS;

/** The state of a product in short: where it stands in its life, and whether it has a window. */
const state = ({ status, publication }: Pick<ProductSnapshot, "status" | "publication">): string =>
  `${status}${publication ? "+" : ""}`;

const run = (product: Product, verb: Verb): string => {
  try {
    return `${VERBS[verb](product) ? "" : "="}${state(product.snapshot())}`;
  } catch (error) {
    return (error as ProductArchived).code;
  }
};

describe("the life of a product", () => {
  const OPEN = { from: at(1), until: null };
  const AFTER: Readonly<Record<string, Readonly<Record<Verb, string>>>> = {
    DRAFT: { publish: "ACTIVE+", unpublish: "=DRAFT", archive: "ARCHIVED", unarchive: "=DRAFT" },
    "DRAFT+": {
      publish: "ACTIVE+",
      unpublish: "DRAFT",
      archive: "ARCHIVED+",
      unarchive: "=DRAFT+",
    },
    ACTIVE: { publish: "ACTIVE+", unpublish: "=ACTIVE", archive: "ARCHIVED", unarchive: "=ACTIVE" },
    "ACTIVE+": {
      publish: "=ACTIVE+",
      unpublish: "ACTIVE",
      archive: "ARCHIVED+",
      unarchive: "=ACTIVE+",
    },
    ARCHIVED: {
      publish: "PRODUCT_ARCHIVED",
      unpublish: "=ARCHIVED",
      archive: "=ARCHIVED",
      unarchive: "DRAFT",
    },
    "ARCHIVED+": {
      publish: "PRODUCT_ARCHIVED",
      unpublish: "ARCHIVED",
      archive: "=ARCHIVED+",
      unarchive: "DRAFT+",
    },
  };
  const verbs = Object.keys(VERBS) as readonly Verb[];
  const inState = (name: string) =>
    stored({
      status: name.replace("+", "") as ProductStatus,
      publication: name.endsWith("+") ? OPEN : null,
    });

  test.each(Object.keys(AFTER).flatMap((from) => verbs.map((verb) => [from, verb] as const)))(
    "%s, then %s",
    (from, verb) => {
      expect(run(inState(from), verb)).toBe(AFTER[from]?.[verb]);
    },
  );

  test.each(verbs.flatMap((first) => verbs.map((second) => [first, second] as const)))(
    "a draft that somebody %ses and then %ses",
    (first, second) => {
      const product = inState("DRAFT");
      run(product, first);
      const between = state(product.snapshot());

      expect(run(product, second)).toBe(AFTER[between]?.[second]);
    },
  );

  test.each(verbs)("to %s twice is no mistake, and happens once", (verb) => {
    const product = inState(
      verb === "unarchive" ? "ARCHIVED" : verb === "unpublish" ? "DRAFT+" : "DRAFT",
    );
    VERBS[verb](product);

    expect(VERBS[verb](product)).toBe(false);
    expect(product.pullEvents()).toMatchObject([{ type: "catalog.product-updated", version: 5 }]);
  });

  test("an archived product says how to get it back", () => {
    expect(() => stored({ status: "ARCHIVED" }).publish({}, NOW)).toThrow(ProductArchived);
  });

  test("a product goes unless buyers have been promised units of it", () => {
    expect(() => stored({}).delete(2)).toThrow(ProductInUse);

    const product = stored({});
    product.delete();
    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-deleted", productId: productId(1), version: 5 },
    ]);
  });
});

describe("the window of a publication", () => {
  const published = (
    stored_: ProductContent["publication"],
    asked: Parameters<Product["publish"]>[0],
    status: ProductStatus = "ACTIVE",
  ) => {
    const product = stored({ status, publication: stored_ });
    product.publish(asked, NOW);
    return product.snapshot().publication;
  };

  test.each([
    ["opens now when nothing is said", null, {}, { from: NOW, until: null }],
    [
      "opens when it is said",
      null,
      { from: at(20), until: at(22) },
      { from: at(20), until: at(22) },
    ],
    [
      "stays open since when it was",
      { from: at(1), until: null },
      {},
      { from: at(1), until: null },
    ],
    ["opens now instead of later", { from: at(20), until: null }, {}, { from: NOW, until: null }],
    ["opens again when it was over", { from: at(1), until: at(2) }, {}, { from: NOW, until: null }],
    [
      "keeps its end",
      { from: at(1), until: at(20) },
      { from: at(2) },
      { from: at(2), until: at(20) },
    ],
    [
      "loses its end",
      { from: at(1), until: at(20) },
      { until: null },
      { from: at(1), until: null },
    ],
    [
      "drops an end that would come before the new beginning",
      { from: at(1), until: at(20) },
      { from: at(21) },
      { from: at(21), until: null },
    ],
  ] as const)("%s", (_, before, asked, after) => {
    expect(published(before, asked)).toEqual(after);
  });

  test("of a draft opens now, whatever stood there", () => {
    expect(published({ from: at(1), until: null }, {}, "DRAFT")).toEqual({
      from: NOW,
      until: null,
    });
  });

  test.each([[{ until: at(11) }], [{ until: NOW }], [{ from: at(5), until: at(5) }]])(
    "cannot be over before it opens",
    (asked) => {
      expect(() => published({ from: at(1), until: null }, asked)).toThrow(InvalidPublication);
    },
  );

  test("lies within the calendar that can be written and kept, at both ends", () => {
    const [tooEarly, tooLate] = [
      new Date("0999-12-31T23:59:59.999Z"),
      new Date("+010000-01-01T00:00:00.000Z"),
    ];
    const refused = (asked: { from?: Date; until?: Date }): unknown => {
      try {
        return published(null, asked);
      } catch (error) {
        return (error as Refused).errors.map(({ code, path }) => `${code} ${path.join(".")}`);
      }
    };

    expect(refused({ from: tooEarly, until: tooLate })).toEqual([
      "INVALID_PUBLICATION publication.from",
      "INVALID_PUBLICATION publication.until",
    ]);
    expect(refused({ from: tooLate })).toEqual(["INVALID_PUBLICATION publication.from"]);
    expect(
      refused({
        from: new Date("1000-01-01T00:00:00.000Z"),
        until: new Date("9999-12-31T23:59:59.999Z"),
      }),
    ).toMatchObject({ until: expect.any(Date) });
  });
});

describe("the announcement", () => {
  const WINDOW = { from: at(10), until: at(14) };

  test("comes once when the shop begins to show a product, and once when it ceases to", () => {
    const product = stored({ publication: WINDOW });
    const told = [9, 10, 11, 14, 15].map((hour) => product.announce(at(hour)));

    expect(told).toEqual([false, true, false, true, false]);
    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-published", version: 5 },
      { type: "catalog.product-unpublished" },
    ]);
  });

  test("shares the version of the change that it is part of", () => {
    const product = stored({ status: "DRAFT" });
    product.publish({}, NOW);
    product.announce(NOW);

    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-updated", version: 5 },
      { type: "catalog.product-published", version: 5 },
    ]);
    expect(product.snapshot()).toMatchObject({ version: 5, announced: true });
  });

  test("is a change of its own when only time has passed", () => {
    const product = stored({ publication: WINDOW });
    product.announce(NOW);

    expect(product.snapshot()).toMatchObject({ version: 5, announced: true, updatedAt: at(0) });
  });

  test.each([
    ["ACTIVE", 9, 10],
    ["ACTIVE", 10, 14],
    ["ACTIVE", 14, null],
    ["DRAFT", 9, null],
    ["ARCHIVED", 9, null],
  ] as const)("of an %s product after %i o'clock comes next at %s", (status, hour, next) => {
    expect(nextTurn({ status, publication: WINDOW }, at(hour))).toEqual(next && at(next));
    if (next) expect(isVisible({ status, publication: WINDOW }, at(next))).toBe(next === 10);
  });
});
