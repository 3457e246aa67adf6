import { afterAll } from "vitest";
import { locationsContract } from "../contracts/inventory/locations.contract.js";
import { keptReservationsContract } from "../contracts/inventory/kept-reservations.contract.js";
import { reservationRacesContract } from "../contracts/inventory/reservation-races.contract.js";
import { reservationsContract } from "../contracts/inventory/reservations.contract.js";
import { stockLedgerContract } from "../contracts/inventory/stock-ledger.contract.js";
import { sqlStockSubject } from "../integration/sql-stock-subject.js";
import { mysqlStores } from "./mysql-store.js";

const { open: openStore, end } = mysqlStores();
const open = async () => sqlStockSubject(await openStore());

reservationsContract("MySQL or MariaDB", open);
keptReservationsContract("MySQL or MariaDB", open);
reservationRacesContract("MySQL or MariaDB", open);
stockLedgerContract("MySQL or MariaDB", open);
locationsContract("MySQL or MariaDB", open);

afterAll(end);
