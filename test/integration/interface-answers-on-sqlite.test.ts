import { interfaceAnswersContract } from "../contracts/interface-answers.contract.js";
import { embeddedStore } from "./embedded-store.js";

interfaceAnswersContract("SQLite", embeddedStore);
