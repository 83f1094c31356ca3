import { apa } from "./apa.js";
import { chicago } from "./chicago.js";
import { mla } from "./mla.js";
import type { Style } from "./style.js";

export const STYLES: readonly Style[] = [chicago, mla, apa];
