import type { DeliveryOptionId, DeliveryZoneId } from "../../domain/delivery/ids.js";
import type { LocationId } from "../../domain/inventory/ids.js";
import type { LocationReads } from "../inventory/ports/location-reads.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { DeliveryReads } from "./ports/delivery-reads.js";
import { mayReadDelivery } from "./ports/permissions.js";

interface Needs {
  readonly deliveryReads: DeliveryReads;
  readonly locationReads: LocationReads;
}

const reading = <Command, Result>(
  read: (command: Command, reads: DeliveryReads) => Promise<Result>,
) =>
  useCase(
    mayReadDelivery,
    ({ deliveryReads }: Needs) =>
      (command: Command) =>
        read(command, deliveryReads),
  );

/** The delivery zones and options, for staff. */
export const readDelivery = {
  zones: reading((page: PageRequest, reads) => reads.zones(page)),
  countZones: reading((_: object, reads) => reads.countZones()),
  zonesById: reading((ids: readonly DeliveryZoneId[], reads) => reads.zonesById(ids)),
  zonesByKey: reading((keys: readonly string[], reads) => reads.zonesByKey(keys)),
  options: reading((page: PageRequest, reads) => reads.options(page)),
  countOptions: reading((_: object, reads) => reads.countOptions()),
  optionsById: reading((ids: readonly DeliveryOptionId[], reads) => reads.optionsById(ids)),
  optionsByKey: reading((keys: readonly string[], reads) => reads.optionsByKey(keys)),
};

/** What buyers see of them: options that are active, and where they collect. */
export const readOfferedDelivery = {
  optionsById: useCase(
    anybody,
    ({ deliveryReads }: Needs) =>
      async (ids: readonly DeliveryOptionId[]) =>
        new Map([...(await deliveryReads.optionsById(ids))].filter(([, one]) => one.isActive)),
  ),
  locationsById: useCase(
    anybody,
    ({ locationReads }: Needs) =>
      (ids: readonly LocationId[]) =>
        locationReads.locationsById(ids),
  ),
};
