import { fromSearchParams, toggle, toSearchParams } from "@plinth/client/facets";
import { Link, useSearchParams } from "react-router";
import { boxName } from "../shop/facets";
import type { Listing } from "../shop/listing.server";
import { useTexts } from "../texts/texts";
import type { Texts } from "../texts/en";

type Facet = Listing["facets"][number];
type Value = Facet["values"][number];

/** How many values are seen before the rest is folded away. */
const SEEN = 5;
/** How many facets are unfolded. */
const UNFOLDED = 5;
const ORDER = ["AVAILABILITY", "ON_SALE", "PRICE", "PRODUCT_TYPE", "OPTION", "VENDOR", "TAG"];

interface FacetsProps {
  readonly facets: Listing["facets"];
  readonly hasFilter: boolean;
}

export const Facets = ({ facets, hasFilter }: FacetsProps) => {
  const texts = useTexts();
  const [params] = useSearchParams();
  const query = params.get("q");
  const shown = facets
    .filter((facet) => ORDER.includes(facet.kind) && facet.values.length > 1)
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return (
    <details className="facets">
      <summary>{texts.filter}</summary>
      {hasFilter && (
        <p>
          <Link to={query === null ? "?" : `?q=${encodeURIComponent(query)}`}>{texts.clear}</Link>
        </p>
      )}
      {shown.map((facet, at) => (
        <FacetBoxes
          key={`${facet.kind} ${facet.name}`}
          facet={facet}
          isOpen={at < UNFOLDED || facet.values.some(({ selected }) => selected)}
        />
      ))}
    </details>
  );
};

interface FacetBoxesProps {
  readonly facet: Facet;
  readonly isOpen: boolean;
}

const FacetBoxes = ({ facet, isOpen }: FacetBoxesProps) => {
  const texts = useTexts();
  const label = facet.label ?? texts.facets[facet.kind] ?? facet.kind;
  const [seen, folded] = [facet.values.slice(0, SEEN), facet.values.slice(SEEN)];
  return (
    <details className="facet" open={isOpen}>
      <summary>{label}</summary>
      <fieldset aria-label={label}>
        {seen.map((value) => (
          <Choice key={value.value} facet={facet} value={value} />
        ))}
        {folded.length > 0 && (
          <details className="folded" open={folded.some(({ selected }) => selected)}>
            <summary>{texts.more}</summary>
            {folded.map((value) => (
              <Choice key={value.value} facet={facet} value={value} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  );
};

interface ChoiceProps {
  readonly facet: Facet;
  readonly value: Value;
}

/** Of a yes or no, and of price ranges, one is chosen at a time: links do that, boxes the rest. */
const Choice = ({ facet, value }: ChoiceProps) => {
  const texts = useTexts();
  const [params] = useSearchParams();
  const name = boxName(facet);
  const text = (
    <>
      <span>{labelOf(texts, facet.kind, value)}</span>
      <span className="box-count">{value.count}</span>
    </>
  );
  if (name === null) {
    const base = new URLSearchParams(params);
    for (const page of ["after", "show"]) base.delete(page);
    return (
      <Link
        className={value.selected ? "box linked chosen" : "box linked"}
        to={`?${toSearchParams(toggle(fromSearchParams(params), facet, value), base)}`}
        aria-current={value.selected ? "true" : undefined}
        preventScrollReset
      >
        {text}
      </Link>
    );
  }
  return (
    <label className={value.count === 0 ? "box none" : "box"}>
      <input
        type="checkbox"
        name={name}
        value={value.value}
        key={String(value.selected)}
        defaultChecked={value.selected}
      />
      {text}
    </label>
  );
};

const labelOf = (texts: Texts, kind: Facet["kind"], value: Value): string => {
  const isTrue = value.value === "true";
  if (kind === "AVAILABILITY") return isTrue ? texts.available : texts.unavailable;
  if (kind === "ON_SALE") return isTrue ? texts.reducedOnly : texts.notReduced;
  if (kind === "PRICE") {
    const { minPrice, maxPrice } = value;
    if (minPrice === null) return texts.upTo(maxPrice?.formatted ?? "");
    if (maxPrice === null) return texts.atLeast(minPrice.formatted);
    return `${minPrice.formatted} – ${maxPrice.formatted}`;
  }
  return value.label || texts.noType;
};
