import { serverModelPattern } from '#experiment/model-id.ts';

/** A model on a server, as an experiment names it. */
export interface ServerModel {
  /** Of the server's interface, without a slash at its end: `http://localhost:8000/v1`. */
  readonly address: string;
  /** What the server calls it. */
  readonly name: string;
}

/** Its id. Null where the server's name for it, or the address, is longer than an id may be. */
export function serverModelId({ address, name }: ServerModel): string | null {
  const id = `${address}#${spelt(name)}`;
  return serverModelPattern.test(id) ? id : null;
}

/** What the id of a server's model names; null for any other id. */
export function serverModelOf(id: string): ServerModel | null {
  if (!serverModelPattern.test(id)) return null;
  const at = id.indexOf('#');
  const address = readAddress(id.slice(0, at));
  try {
    return address === id.slice(0, at) ? { address, name: decodeURIComponent(id.slice(at + 1)) } : null;
  } catch {
    return null; // bytes that are no UTF-8
  }
}

/** Signs that stand for themselves in an id; all others as their bytes. */
const spelt = (name: string): string =>
  encodeURIComponent(name)
    .replace(/%(?:3A|2F|40|2B|3D|2C)/g, decodeURIComponent)
    .replace(/[!'()*]/g, byteOf);

const byteOf = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The address of a server's interface, as a person types it: `localhost:8000`, `https://host/v1/`, or one that names a part of the
 * interface. A server of this machine or network is asked over http unless told, any other over https. One without a path gets
 * `/v1`, where the interface usually is. Null where it is no such address, or holds a name and password, which are keys.
 */
export function readAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || text.length > 600 || /[\s#?\\]/.test(text)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'http://' && scheme !== 'https://') return null;
  const guess = URL.parse(scheme === undefined ? `http://${text}` : text);
  if (!guess || guess.hostname === '' || guess.username !== '' || guess.password !== '') return null;
  const protocol = scheme === undefined && !isNear(guess.hostname) ? 'https:' : guess.protocol;
  const path = guess.pathname.replace(/\/+$/, '').replace(interfaceParts, '');
  const address = `${protocol}//${guess.host}${path === '' ? '/v1' : path}`;
  return serverModelPattern.test(`${address}#a`) ? address : null;
}

const interfaceParts = /\/(?:chat\/completions|completions|models)$/;

/** `localhost:8000`: how a person names a server. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? address;

/** The server is on this very machine. */
export function isThisMachine(address: string): boolean {
  const hostname = URL.parse(address)?.hostname ?? '';
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(hostname);
}

/** A key would be sent where others on the way can read it: over http, to another machine. */
export function keyTravelsOpenly(address: string): boolean {
  return address.startsWith('http:') && !isThisMachine(address);
}

/** On this machine, or by its name or number on a private network. */
const isNear = (hostname: string): boolean =>
  isThisMachine(`http://${hostname}`) ||
  !hostname.includes('.') ||
  hostname.endsWith('.local') ||
  hostname.endsWith('.lan') ||
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)[0-9.]+$/.test(hostname);
