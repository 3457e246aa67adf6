import { journeys } from "./journeys.js";

journeys("SQLite", async () => undefined);
