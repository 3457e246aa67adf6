import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { StockMovement } from "../../../src/domain/inventory/stock-movement.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryPricesAndStock } from "../../fakes/catalog/in-memory-prices-and-stock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryLocationReads } from "../../fakes/inventory/in-memory-locations.js";
import { inMemoryStockReads } from "../../fakes/inventory/in-memory-stock-reads.js";
import type { ReservationRow } from "../../fakes/inventory/in-memory-stock-units.js";
import { keptReservationsContract } from "./kept-reservations.contract.js";
import { reservationRacesContract } from "./reservation-races.contract.js";
import { reservationsContract } from "./reservations.contract.js";
import { stockLedgerContract } from "./stock-ledger.contract.js";
import { locationsContract, type LocationsSubject } from "./locations.contract.js";

const open = async (): Promise<LocationsSubject> => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    pricesAndStock: inMemoryPricesAndStock(database),
    locationReads: inMemoryLocationReads(database),
    stockReads: inMemoryStockReads(database),
    items: async () => [...database.rows<StockItemSnapshot>("stock_item").values()],
    movements: async () =>
      [...database.rows<StockMovement>("stock_movement").values()].map(
        ({ onHandBy, reservedBy, claimedBy, ...more }) => ({
          ...more,
          onHand: onHandBy,
          reserved: reservedBy,
          claimed: claimedBy,
        }),
      ),
    reservationsOf: async (holder) =>
      [...database.rows<ReservationRow>("reservation").values()]
        .filter((row) => row.holder === holder)
        .map(({ state, quantity }) => [state, quantity] as const),
    outboxTypes: async () => database.outbox.map(({ type }) => type),
  };
};

reservationsContract("in memory", open);
keptReservationsContract("in memory", open);
reservationRacesContract("in memory", open);
stockLedgerContract("in memory", open);
locationsContract("in memory", open);
