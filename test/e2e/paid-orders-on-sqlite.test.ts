import { paidOrders } from "./paid-orders.js";

paidOrders("SQLite", async () => ({ environment: {}, clear: async () => undefined }));
