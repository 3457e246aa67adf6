import { figuresUnderPressure } from "../contracts/catalog/figures-under-pressure.contract.js";
import { embeddedStore } from "./embedded-store.js";

figuresUnderPressure("SQLite", embeddedStore);
