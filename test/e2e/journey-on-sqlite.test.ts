import { journey } from "./journey.js";

journey("SQLite", async () => ({ environment: {}, clear: async () => undefined }));
