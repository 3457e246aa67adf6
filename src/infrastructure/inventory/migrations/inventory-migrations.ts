import { CreateInventoryStockItem1763800000009 } from "./1763800000009-create-inventory-stock-item.js";
import { CreateInventoryLocation1764001300000 } from "./1764001300000-create-inventory-location.js";
import { AddDefaultLocation1764001300001 } from "./1764001300001-add-default-location.js";
import { AddStockItemLocation1764001300002 } from "./1764001300002-add-stock-item-location.js";
import { KeyStockItemsByLocation1764001300003 } from "./1764001300003-key-stock-items-by-location.js";
import { AddStockItemFigures1764003500000 } from "./1764003500000-add-stock-item-figures.js";
import { CreateInventoryStockMovement1764003500001 } from "./1764003500001-create-inventory-stock-movement.js";
import { OpenStockLedger1764003500002 } from "./1764003500002-open-stock-ledger.js";
import { CreateInventoryReservation1764003500003 } from "./1764003500003-create-inventory-reservation.js";
import { AddLocationContent1764003500004 } from "./1764003500004-add-location-content.js";
import { IndexStockItemsByLocation1764003500005 } from "./1764003500005-index-stock-items-by-location.js";
import { AddReservationEnd1764003800001 } from "./1764003800001-add-reservation-end.js";
import { IndexEndedReservations1764003800002 } from "./1764003800002-index-ended-reservations.js";

/**
 * The migrations of the tables of inventory. A migration that has been released is never changed; a new
 * one is added below.
 */
export const inventoryMigrations = [
  CreateInventoryStockItem1763800000009,
  CreateInventoryLocation1764001300000,
  AddDefaultLocation1764001300001,
  AddStockItemLocation1764001300002,
  KeyStockItemsByLocation1764001300003,
  AddStockItemFigures1764003500000,
  CreateInventoryStockMovement1764003500001,
  OpenStockLedger1764003500002,
  CreateInventoryReservation1764003500003,
  AddLocationContent1764003500004,
  IndexStockItemsByLocation1764003500005,
  AddReservationEnd1764003800001,
  IndexEndedReservations1764003800002,
];
