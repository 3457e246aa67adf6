import { accessibility } from "./accessibility.js";
import { journeys } from "./journeys.js";

journeys("SQLite", async () => undefined, accessibility);
