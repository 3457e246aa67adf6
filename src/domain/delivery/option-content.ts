import { RepeatedEntry } from "../shared/repeated-entry.js";
import type { LocationId } from "../inventory/ids.js";
import type { MarketId } from "../pricing/ids.js";
import { checkedKey, checkValidity, isKey, type Validity } from "../pricing/pricing.js";
import { Problems } from "../shared/problems.js";
import { isStorableTime } from "../shared/storable-time.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";
import { checkedRate, type DeliveryKind, type DeliveryRate } from "./delivery-rate.js";
import { InvalidDeliveryOption } from "./errors.js";
import type { DeliveryZoneId } from "./ids.js";
import {
  checkedTexts,
  checkedTranslations,
  type OptionTexts,
  type OptionTranslation,
} from "./option-texts.js";

/** Which service of a carrier delivers. */
export interface CarrierService {
  /** The key of the carrier. */
  readonly carrier: string;
  /** As the carrier calls it: `express`. */
  readonly service: string;
}

/** The editable content of a delivery option. */
export interface DeliveryOptionContent extends OptionTexts {
  /** The name for programs. Unique. */
  readonly key: string;
  readonly translations: readonly OptionTranslation[];
  readonly kind: DeliveryKind;
  /** One for each currency, by currency. */
  readonly rates: readonly DeliveryRate[];
  /** Where it delivers to; empty: everywhere. */
  readonly zones: readonly DeliveryZoneId[];
  /** In which markets; empty: in all of them. */
  readonly markets: readonly MarketId[];
  /** Grams; null: any weight. */
  readonly maxWeight: number | null;
  /** When it is offered; empty: always. */
  readonly windows: readonly Validity[];
  /** Where buyers collect; null unless it is a pickup. */
  readonly pickupLocation: LocationId | null;
  /** Null unless a carrier prices it. */
  readonly carrier: CarrierService | null;
  /** The key of the tax category; null: never taxed. */
  readonly taxCategory: string | null;
  /** Smaller ones come first. */
  readonly position: number;
  readonly isActive: boolean;
}

const MAX_RATES = 50;
const MAX_WINDOWS = 20;
const MAX_NAMED = 100;
const MAX_GRAMS = 1_000_000_000;
const LAST_POSITION = 1_000_000;

/**
 * The content in its stored form.
 * @throws Refused with InvalidKey, InvalidText, InvalidLocaleTag, UnknownCurrency,
 * InvalidDeliveryOption, DeliveryStepsOverlap, InvalidValidity, RepeatedEntry, TooMany
 */
export const checkedOption = (content: DeliveryOptionContent): DeliveryOptionContent => {
  const problems = new Problems();
  const { key, taxCategory, maxWeight, position } = content;
  problems.collect(() => checkedKey(key));
  const texts = problems.collect(() => checkedTexts(content));
  const translations = problems.collect(
    () => checkedTranslations(content.translations),
    "translations",
  );
  const rates = checkedRates(content, problems);
  checkWindows(content.windows, problems);
  const [zones, markets] = [[...new Set(content.zones)], [...new Set(content.markets)]];
  for (const [name, { length }] of [["zones", zones] as const, ["markets", markets] as const])
    if (length > MAX_NAMED) problems.add(new TooMany(name, length, MAX_NAMED));
  if (maxWeight !== null && !isWholeUpTo(maxWeight, MAX_GRAMS))
    problems.add(outOfRange("maxWeight", MAX_GRAMS));
  if (!isWholeUpTo(position, LAST_POSITION)) problems.add(outOfRange("position", LAST_POSITION));
  if (taxCategory !== null && !isKey(taxCategory))
    problems.add(new InvalidDeliveryOption("A tax category is named by its key.", ["taxCategory"]));
  const carrier = checkedKindParts(content, problems);
  problems.throwIfAny();
  return {
    ...content,
    ...texts,
    translations: translations ?? [],
    rates,
    zones,
    markets,
    carrier,
  };
};

const checkedRates = (
  { kind, rates }: DeliveryOptionContent,
  problems: Problems,
): readonly DeliveryRate[] => {
  if (rates.length > MAX_RATES) problems.add(new TooMany("currencies", rates.length, MAX_RATES));
  if (rates.length === 0 && kind !== "CARRIER")
    problems.add(new InvalidDeliveryOption("Enter what it costs, at least 0.", ["rates"]));
  const seen = new Set<string>();
  const checked = rates.map((rate, index) => {
    if (seen.size === seen.add(rate.currency).size)
      problems.add(new RepeatedEntry(rate.currency, ["rates", String(index), "currency"]));
    return problems.collect(() => checkedRate(kind, rate), "rates", String(index)) ?? rate;
  });
  return checked.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
};

const checkWindows = (windows: readonly Validity[], problems: Problems): void => {
  if (windows.length > MAX_WINDOWS)
    problems.add(new TooMany("windows", windows.length, MAX_WINDOWS).prefixPath(["windows"]));
  for (const [index, window] of windows.entries()) {
    const path = ["windows", String(index)];
    problems.collect(() => checkValidity(window), ...path);
    for (const name of ["from", "until"] as const) {
      const time = window[name];
      if (time !== null && !isStorableTime(time))
        problems.add(new InvalidDeliveryOption("A year has four digits.", [...path, name]));
    }
  }
};

/** What only options of one kind have. */
const checkedKindParts = (
  { kind, pickupLocation, carrier }: DeliveryOptionContent,
  problems: Problems,
): CarrierService | null => {
  if (kind === "PICKUP" && pickupLocation === null)
    problems.add(
      new InvalidDeliveryOption("Choose the location where buyers collect.", ["pickupLocationId"]),
    );
  if (kind !== "PICKUP" && pickupLocation !== null)
    problems.add(
      new InvalidDeliveryOption("Only a pickup has a location. Leave it out.", [
        "pickupLocationId",
      ]),
    );
  if (kind === "CARRIER" && carrier === null)
    problems.add(new InvalidDeliveryOption("Enter the carrier and its service.", ["carrier"]));
  if (kind !== "CARRIER" && carrier !== null)
    problems.add(
      new InvalidDeliveryOption("Only an option priced by a carrier has one. Leave it out.", [
        "carrier",
      ]),
    );
  if (carrier === null) return null;
  if (!isKey(carrier.carrier))
    problems.add(
      new InvalidDeliveryOption("A carrier is named by its key.", ["carrier", "carrier"]),
    );
  const service = problems.collect(
    () => text(carrier.service, { what: "The service of a carrier", min: 1, max: 64 }),
    "carrier",
    "service",
  );
  return { carrier: carrier.carrier, service: service ?? carrier.service };
};

const isWholeUpTo = (number: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= 0 && number <= most;

const outOfRange = (field: string, most: number): InvalidDeliveryOption =>
  new InvalidDeliveryOption(`Use a whole number from 0 to ${most}.`, [field]);
