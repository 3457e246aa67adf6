import { describe, expect, test } from "vitest";
import type {
  Facet,
  FacetKind,
  FacetValue,
} from "../../../src/application/search/ports/product-search.js";
import { Money } from "../../../src/domain/shared/money.js";
import { presentFacet } from "../../../src/interface/graphql/search/present-facet.js";

const value = (one: string, more: Partial<FacetValue> = {}): FacetValue => ({
  value: one,
  label: one,
  count: 1,
  isSelected: false,
  min: null,
  max: null,
  ...more,
});
const facet = (
  kind: FacetKind,
  values: readonly FacetValue[],
  label: string | null = null,
): Facet => ({
  kind,
  name: label,
  label,
  values,
  range: null,
  field: null,
});
const euros = (whole: number): Money => Money.of(whole * 100, "EUR");
const YES_AND_NO = [value("true"), value("false")];

/** The heading and the labels of the values in a language. */
const texts = (locale: string, shown: Facet): readonly string[] => {
  const { label, values } = presentFacet(shown, { locale, market: null });
  return [label, ...values.map((one) => one.label)].map((text) => text.replaceAll("\u00A0", " "));
};

describe("a facet", () => {
  test.each([
    ["en", ["Availability", "In stock", "Sold out"]],
    ["de-AT", ["Verfügbarkeit", "Lieferbar", "Ausverkauft"]],
    ["fr", ["Disponibilité", "En stock", "Épuisé"]],
    // Plinth has no texts in this language.
    ["ja", ["Availability", "In stock", "Sold out"]],
    ["constructor", ["Availability", "In stock", "Sold out"]],
  ])("in %s has a heading and labels of this language", (locale, expected) => {
    expect(texts(locale, facet("AVAILABILITY", YES_AND_NO))).toEqual(expected);
  });

  test("of reductions says what is on sale", () => {
    expect(texts("nl", facet("ON_SALE", YES_AND_NO))).toEqual([
      "Aanbiedingen",
      "In de aanbieding",
      "Niet in de aanbieding",
    ]);
  });

  test("of prices writes amounts as the language does", () => {
    const ranges = [
      value("a", { max: euros(20) }),
      value("b", { min: euros(20), max: euros(40) }),
      value("c", { min: euros(40) }),
    ];

    expect(texts("de", facet("PRICE", ranges))).toEqual([
      "Preis",
      "Bis 20,00 €",
      "20,00 € – 40,00 €",
      "Ab 40,00 €",
    ]);
  });

  test("of an option has the texts of the catalogue, and its values name no collection", () => {
    expect(texts("de", facet("OPTION", [value("Blau")], "Farbe"))).toEqual(["Farbe", "Blau"]);
    expect(
      presentFacet(facet("TAG", [value("new")]), { locale: "de", market: null }).values[0]
        ?.collectionId,
    ).toBeNull();
  });
});
