import { checkedKey } from "../pricing/pricing.js";
import { Aggregate } from "../shared/aggregate.js";
import { type Area, checkAreasApart, checkedAreas } from "../shared/area.js";
import { deepEqual } from "../shared/deep-equal.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";
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

export interface DeliveryZoneSnapshot extends DeliveryZoneContent {
  readonly id: DeliveryZoneId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

// All zones are compared with each other, and each offer of deliveries reads them all.
export const MAX_AREAS = 100;
export const MAX_POSTAL_CODES = 250;

/** Where the shop delivers alike. An address has one zone: the narrowest one around it. */
export class DeliveryZone extends Aggregate<DeliveryZoneEvent> {
  private constructor(private state: DeliveryZoneSnapshot) {
    super();
  }

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
    const zone = new DeliveryZone({
      ...checkedContent(id, content, others),
      id,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    zone.record({ type: "delivery.zone-created", deliveryZoneId: id, version: 1 });
    return zone;
  }

  static restore(snapshot: DeliveryZoneSnapshot): DeliveryZone {
    return new DeliveryZone(snapshot);
  }

  get id(): DeliveryZoneId {
    return this.state.id;
  }

  snapshot(): DeliveryZoneSnapshot {
    return this.state;
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(
    content: DeliveryZoneContent,
    others: readonly DeliveryZoneSnapshot[],
    now: Date,
  ): boolean {
    const next = checkedContent(this.id, content, others);
    const { key, name, areas } = this.state;
    if (deepEqual(next, { key, name, areas })) return false;
    this.state = { ...this.state, ...next, version: this.state.version + 1, updatedAt: now };
    this.announce("delivery.zone-updated");
    return true;
  }

  /** Records the deletion. @param options the keys of the options that deliver there */
  delete(options: readonly string[]): void {
    if (options.length > 0) throw new DeliveryZoneInUse(this.state.key, options);
    this.state = { ...this.state, version: this.state.version + 1 };
    this.announce("delivery.zone-deleted");
  }

  private announce(type: DeliveryZoneEvent["type"]): void {
    this.record({ type, deliveryZoneId: this.id, version: this.state.version });
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
