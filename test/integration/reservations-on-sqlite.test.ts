import { locationsContract } from "../contracts/inventory/locations.contract.js";
import { keptReservationsContract } from "../contracts/inventory/kept-reservations.contract.js";
import { reservationRacesContract } from "../contracts/inventory/reservation-races.contract.js";
import { reservationsContract } from "../contracts/inventory/reservations.contract.js";
import { stockLedgerContract } from "../contracts/inventory/stock-ledger.contract.js";
import { embeddedStore } from "./embedded-store.js";
import { sqlStockSubject } from "./sql-stock-subject.js";

const open = async () => sqlStockSubject(await embeddedStore());

reservationsContract("SQLite", open);
keptReservationsContract("SQLite", open);
reservationRacesContract("SQLite", open);
stockLedgerContract("SQLite", open);
locationsContract("SQLite", open);
