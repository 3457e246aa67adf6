import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { newState, type VersionedState } from "../../shared/versioned-aggregate.js";
import { checkedKey } from "../checked-key.js";
import type { TaxZoneId } from "../ids.js";
import { taxRegion } from "../tax/tax-region.js";
import { checkZoneApart, taxZone, type TaxArea, type TaxZone } from "../tax/tax-zone.js";
import { TaxZoneInUse } from "./errors.js";
import { TaxSetting } from "./tax-setting.js";

/** How many areas a zone has at most. */
export const MAX_AREAS = 50;
/** How many descriptions of postal codes all areas of a zone have together at most. */
export const MAX_POSTAL_CODES = 100;

/** The key of a zone never changes, because rates name it. */
export interface TaxZoneContent extends TaxZone {
  readonly name: string;
}

export type TaxZoneSnapshot = TaxZoneContent & VersionedState<TaxZoneId>;

/** Where the shop taxes alike. */
export class TaxZoneSetting extends TaxSetting<TaxZoneSnapshot> {
  protected readonly kind = "zone";

  /**
   * @param others the other zones of the shop
   * @throws Refused with InvalidKey, InvalidText, TooMany, InvalidRegion, TaxZoneWithoutCountry,
   * UnknownCountry, InvalidPostalCodes, TaxZonesOverlap
   */
  static create(
    id: TaxZoneId,
    content: TaxZoneContent,
    others: readonly TaxZone[],
    now: Date,
  ): TaxZoneSetting {
    return new TaxZoneSetting({ ...checked(content, others), ...newState(id, now) }).created();
  }

  static restore(snapshot: TaxZoneSnapshot): TaxZoneSetting {
    return new TaxZoneSetting(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(
    { name, areas, chargeTaxation }: Omit<TaxZoneContent, "key">,
    others: readonly TaxZone[],
    now: Date,
  ): boolean {
    const { key } = this.state;
    return this.update(checked({ key, name, areas, chargeTaxation }, others), now);
  }

  /** Records the deletion. @param uses how many rates it has @throws TaxZoneInUse */
  delete(uses: number): void {
    if (uses > 0) throw new TaxZoneInUse(this.state.key, uses);
    this.deleted();
  }
}

const checked = (content: TaxZoneContent, others: readonly TaxZone[]): TaxZoneContent => {
  const { key, name: raw, areas, chargeTaxation } = content;
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(raw, { what: "The name of a tax zone", min: 1, max: 255 }),
      "name",
    ) ?? raw;
  problems.collect(() => checkSizes(areas));
  // Larger ones are not compared with those of other zones.
  problems.throwIfAny();
  const withRegions = areas.map((area, index) => ({
    ...area,
    region:
      problems.collect(() => taxRegion(area.region, area.country), "areas", String(index)) ?? null,
  }));
  const zone = problems.collect(() => taxZone({ key, areas: withRegions, chargeTaxation }));
  problems.throwIfAny();
  if (zone) checkZoneApart(zone, others);
  return { key, name, areas: zone?.areas ?? areas, chargeTaxation };
};

const checkSizes = (areas: readonly TaxArea[]): void => {
  const codes = areas.reduce((sum, { postalCodes }) => sum + postalCodes.length, 0);
  if (areas.length > MAX_AREAS)
    throw new TooMany("areas of a tax zone", areas.length, MAX_AREAS).prefixPath(["areas"]);
  if (codes > MAX_POSTAL_CODES)
    throw new TooMany("postal codes of a tax zone", codes, MAX_POSTAL_CODES).prefixPath(["areas"]);
};
