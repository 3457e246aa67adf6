import type { DeliveryOptionSnapshot } from "../../../domain/delivery/delivery-option.js";
import type { DeliveryZoneSnapshot } from "../../../domain/delivery/delivery-zone.js";
import type { DeliveryOptionId, DeliveryZoneId } from "../../../domain/delivery/ids.js";
import type { Page, PageRequest } from "../../shared/page.js";

export type DeliveryZoneView = DeliveryZoneSnapshot;
export type DeliveryOptionView = DeliveryOptionSnapshot;

/** What delivers to a market's buyers: everything that an offer of deliveries is worked out from. */
export interface OfferedDelivery {
  readonly zones: readonly DeliveryZoneView[];
  /** The active ones, by position, then id. */
  readonly options: readonly DeliveryOptionView[];
}

/** Reads delivery zones and options. */
export interface DeliveryReads {
  /** One page of the zones, by key. @throws InvalidCursor */
  zones(page: PageRequest): Promise<Page<DeliveryZoneView>>;
  countZones(): Promise<number>;
  zonesById(ids: readonly DeliveryZoneId[]): Promise<ReadonlyMap<DeliveryZoneId, DeliveryZoneView>>;
  zonesByKey(keys: readonly string[]): Promise<ReadonlyMap<string, DeliveryZoneView>>;
  /** One page of the options, by position, then id. @throws InvalidCursor */
  options(page: PageRequest): Promise<Page<DeliveryOptionView>>;
  countOptions(): Promise<number>;
  optionsById(
    ids: readonly DeliveryOptionId[],
  ): Promise<ReadonlyMap<DeliveryOptionId, DeliveryOptionView>>;
  optionsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, DeliveryOptionView>>;
  /** In two statements, however many there are: their number is limited. */
  offered(): Promise<OfferedDelivery>;
}
