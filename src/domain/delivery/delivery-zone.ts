import { checkedKey } from "../pricing/pricing.js";
import { type Area, checkAreasApart, checkedAreas } from "../shared/area.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import { DeliveryZoneInUse, DeliveryZonesOverlap, DeliveryZoneWithoutCountry } from "./errors.js";
import type { DeliveryZoneEvent } from "./events.js";
import type { DeliveryZoneId } from "./ids.js";

/** The editable content of a delivery zone. */
export interface DeliveryZoneContent {
  /** The name for programs. Unique. */
  readonly key: string;
  readonly name: string;
  readonly areas: readonly Area[];
}

export type DeliveryZoneSnapshot = DeliveryZoneContent & VersionedState<DeliveryZoneId>;

// All zones are compared with each other, and each offer of deliveries reads them all.
export const MAX_AREAS = 100;
export const MAX_POSTAL_CODES = 250;

/** Where the shop delivers alike. An address has one zone: the narrowest one around it. */
export class DeliveryZone extends VersionedAggregate<DeliveryZoneSnapshot, DeliveryZoneEvent> {
  /**
   * @param others all other zones
   * @throws Refused with InvalidKey, InvalidText, TooMany, DeliveryZoneWithoutCountry,
   * UnknownCountry, InvalidPostalCodes, DeliveryZonesOverlap
   */
  static create(
    id: DeliveryZoneId,
    content: DeliveryZoneContent,
    others: readonly DeliveryZoneSnapshot[],
    now: Date,
  ): DeliveryZone {
    return new DeliveryZone({
      ...checkedContent(id, content, others),
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: DeliveryZoneSnapshot): DeliveryZone {
    return new DeliveryZone(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(
    content: DeliveryZoneContent,
    others: readonly DeliveryZoneSnapshot[],
    now: Date,
  ): boolean {
    return this.update(checkedContent(this.id, content, others), now);
  }

  /** Records the deletion. @param options the keys of the options that deliver there */
  delete(options: readonly string[]): void {
    if (options.length > 0) throw new DeliveryZoneInUse(this.state.key, options);
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): DeliveryZoneEvent {
    const { id, version } = this.state;
    return { type: `delivery.zone-${change}`, deliveryZoneId: id, version };
  }
}

const checkedContent = (
  id: DeliveryZoneId,
  { key, name: rawName, areas: rawAreas }: DeliveryZoneContent,
  others: readonly DeliveryZoneSnapshot[],
): DeliveryZoneContent => {
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(rawName, { what: "The name of a delivery zone", min: 1, max: 255 }),
      "name",
    ) ?? rawName;
  if (rawAreas.length > MAX_AREAS)
    problems.add(new TooMany("areas", rawAreas.length, MAX_AREAS).prefixPath(["areas"]));
  const codes = rawAreas.reduce((sum, { postalCodes }) => sum + postalCodes.length, 0);
  if (codes > MAX_POSTAL_CODES)
    problems.add(new TooMany("postal codes", codes, MAX_POSTAL_CODES).prefixPath(["areas"]));
  problems.throwIfAny();
  const areas = checkedAreas(rawAreas, (path) => new DeliveryZoneWithoutCountry(key, path));
  checkAreasApart(
    { key, areas },
    others.filter((other) => other.id !== id),
    (other, path) => new DeliveryZonesOverlap(key, other, path),
  );
  return { key, name, areas };
};
