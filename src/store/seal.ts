import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Keys of 32 bytes: the first seals, every one opens, so that a new one can be put before an old one. */
export type SealKeys = readonly [Buffer, ...Buffer[]];

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
/** The length for which the mode is made (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const VERSION = "1";

/** Reads `TOKEN_ENCRYPTION_KEY`: keys of 32 bytes as base64 or hexadecimal, by commas; undefined where one is none. */
export function readSealKeys(text: string): SealKeys | undefined {
  const [first, ...others] = text.split(",").map((one) => keyOf(one.trim()));
  if (!first || others.includes(undefined)) return undefined;
  return [first, ...others.filter((key) => key !== undefined)];
}

function keyOf(text: string): Buffer | undefined {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  return key.length === KEY_BYTES ? key : undefined;
}

/**
 * Encrypts a text so that nobody without the key can read it, change it, or pass it off as another's.
 *
 * @param owner - whose it is; opening asks for the same
 */
export function seal(text: string, owner: string, [key]: SealKeys): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
  return [VERSION, nameOf(key), ...parts].join(".");
}

export interface Opened {
  readonly text: string;
  /** Whether an older key was needed: then it should be sealed anew. */
  readonly isOld: boolean;
}

/** Decrypts; undefined where no key fits, or the text was altered or is another owner's. */
export function unseal(sealed: string, owner: string, keys: SealKeys): Opened | undefined {
  const [version, name, ...parts] = sealed.split(".");
  const key = keys.find((one) => nameOf(one) === name);
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== VERSION || !key || !nonce || !tag || !body) return undefined;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: 16 })
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag);
    const text = Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    return { text, isOld: key !== keys[0] };
  } catch {
    // node:crypto has no other way to say that the seal is broken.
    return undefined;
  }
}

/** Tells keys apart without giving anything of them away. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}
