import { describe, expect, test } from "vitest";
import { InvalidPublication } from "../../../../src/domain/catalog/errors.js";
import { ProductArchived, ProductInUse } from "../../../../src/domain/catalog/products/errors.js";
import { Product } from "../../../../src/domain/catalog/products/product.js";
import {
  isVisible,
  nextVisibilityChange,
} from "../../../../src/domain/catalog/products/is-visible.js";
import type {
  ProductContent,
  ProductSnapshot,
  ProductStatus,
} from "../../../../src/domain/catalog/products/product-content.js";
import { productContent, productId } from "../../../builders/product-content.js";
import type { Refused } from "../../../../src/domain/shared/domain-error.js";

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

/** The status of a product, with a plus if it has a publication. */
const state = ({ status, publication }: Pick<ProductSnapshot, "status" | "publication">): string =>
  `${status}${publication ? "+" : ""}`;

const run = (product: Product, verb: Verb): string => {
  try {
    return `${VERBS[verb](product) ? "" : "="}${state(product.snapshot())}`;
  } catch (error) {
    return (error as ProductArchived).code;
  }
};

describe("the lifecycle of a product", () => {
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
    "a product that is %s changes as expected on %s",
    (from, verb) => {
      expect(run(inState(from), verb)).toBe(AFTER[from]?.[verb]);
    },
  );

  test.each(verbs.flatMap((first) => verbs.map((second) => [first, second] as const)))(
    "a draft changes as expected on %s and then %s",
    (first, second) => {
      const product = inState("DRAFT");
      run(product, first);
      const between = state(product.snapshot());

      expect(run(product, second)).toBe(AFTER[between]?.[second]);
    },
  );

  test.each(verbs)("a second %s changes nothing and is not an error", (verb) => {
    const product = inState(
      verb === "unarchive" ? "ARCHIVED" : verb === "unpublish" ? "DRAFT+" : "DRAFT",
    );
    VERBS[verb](product);

    expect(VERBS[verb](product)).toBe(false);
    expect(product.pullEvents()).toMatchObject([{ type: "catalog.product-updated", version: 5 }]);
  });

  test("an archived product cannot be published", () => {
    expect(() => stored({ status: "ARCHIVED" }).publish({}, NOW)).toThrow(ProductArchived);
  });

  test("a product can be deleted unless units of it are reserved for buyers", () => {
    expect(() => stored({}).delete(2)).toThrow(ProductInUse);

    const product = stored({});
    product.delete();
    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-deleted", productId: productId(1), version: 5 },
    ]);
  });
});

describe("a publication", () => {
  const published = (
    before: ProductContent["publication"],
    request: Parameters<Product["publish"]>[0],
    status: ProductStatus = "ACTIVE",
  ) => {
    const product = stored({ status, publication: before });
    product.publish(request, NOW);
    return product.snapshot().publication;
  };

  test.each([
    ["starts now by default", null, {}, { from: NOW, until: null }],
    [
      "starts and ends as requested",
      null,
      { from: at(20), until: at(22) },
      { from: at(20), until: at(22) },
    ],
    [
      "keeps its start if the product is shown already",
      { from: at(1), until: null },
      {},
      { from: at(1), until: null },
    ],
    [
      "starts now if its start was in the future",
      { from: at(20), until: null },
      {},
      { from: NOW, until: null },
    ],
    ["starts again if it was over", { from: at(1), until: at(2) }, {}, { from: NOW, until: null }],
    [
      "keeps its end by default",
      { from: at(1), until: at(20) },
      { from: at(2) },
      { from: at(2), until: at(20) },
    ],
    [
      "loses its end on request",
      { from: at(1), until: at(20) },
      { until: null },
      { from: at(1), until: null },
    ],
    [
      "loses an end that is before the new start",
      { from: at(1), until: at(20) },
      { from: at(21) },
      { from: at(21), until: null },
    ],
  ] as const)("%s", (_, before, request, after) => {
    expect(published(before, request)).toEqual(after);
  });

  test("of a draft starts now, whatever its start was", () => {
    expect(published({ from: at(1), until: null }, {}, "DRAFT")).toEqual({
      from: NOW,
      until: null,
    });
  });

  test.each([[{ until: at(11) }], [{ until: NOW }], [{ from: at(5), until: at(5) }]])(
    "cannot end before it starts",
    (request) => {
      expect(() => published({ from: at(1), until: null }, request)).toThrow(InvalidPublication);
    },
  );

  test("must start and end in years with four digits", () => {
    const [tooEarly, tooLate] = [
      new Date("0999-12-31T23:59:59.999Z"),
      new Date("+010000-01-01T00:00:00.000Z"),
    ];
    const refused = (request: { from?: Date; until?: Date }): unknown => {
      try {
        return published(null, request);
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

describe("the announcement of a publication", () => {
  const WINDOW = { from: at(10), until: at(14) };

  test("is recorded once when the shop starts to show a product, and once when it stops", () => {
    const product = stored({ publication: WINDOW });
    const announced = [9, 10, 11, 14, 15].map((hour) => product.announce(at(hour)));

    expect(announced).toEqual([false, true, false, true, false]);
    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-published", version: 5 },
      { type: "catalog.product-unpublished" },
    ]);
  });

  test("has the version of the change that it is part of", () => {
    const product = stored({ status: "DRAFT" });
    product.publish({}, NOW);
    product.announce(NOW);

    expect(product.pullEvents()).toMatchObject([
      { type: "catalog.product-updated", version: 5 },
      { type: "catalog.product-published", version: 5 },
    ]);
    expect(product.snapshot()).toMatchObject({ version: 5, announced: true });
  });

  test("is a change of its own if only time has passed", () => {
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
  ] as const)("of an %s product after %i o'clock is due at %s", (status, hour, next) => {
    expect(nextVisibilityChange({ status, publication: WINDOW }, at(hour))).toEqual(
      next && at(next),
    );
    if (next) expect(isVisible({ status, publication: WINDOW }, at(next))).toBe(next === 10);
  });
});
