import type { CustomScheme, Protocol } from 'electron';
import { partOf } from './absent.ts';

/**
 * Custom schemes. Chromium cannot be taught one from outside, so `app://isotherm/x` is asked for as
 * `https://isotherm.app.invalid/x`, which no network answers: every such request is answered here, by the
 * handler of the scheme. Main sees the custom URL only, the page the https one only.
 */
export class Schemes {
  readonly #privileged = new Set<string>();
  readonly #handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly #isReady: () => boolean;
  readonly protocol: Protocol;

  constructor(isReady: () => boolean) {
    this.#isReady = isReady;
    this.protocol = partOf<Protocol>('protocol', {
      registerSchemesAsPrivileged: (schemes) => this.#register(schemes),
      handle: (scheme, handler) => this.#handle(scheme, handler),
      unhandle: (scheme) => {
        if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
      },
      isProtocolHandled: (scheme) => this.#handlers.has(scheme),
    });
  }

  toPage(url: string): string {
    const parsed = URL.parse(url);
    const scheme = parsed?.protocol.slice(0, -1) ?? '';
    if (!parsed || !this.#privileged.has(scheme)) return url;
    return `https://${parsed.host}.${scheme}.invalid${parsed.pathname}${parsed.search}${parsed.hash}`;
  }

  fromPage(url: string): string {
    const [, host, scheme, rest] = /^https:\/\/([^/]+)\.([^./]+)\.invalid(\/.*)?$/s.exec(url) ?? [];
    return host && scheme && this.#privileged.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : url;
  }

  /** The answer of the scheme's handler, or `null` when `url` (as the page asked) is of no handled scheme. */
  async answer(url: string, method: string, headers: Record<string, string>): Promise<Response | null> {
    const asked = this.fromPage(url);
    const handler = this.#handlers.get(new URL(asked).protocol.slice(0, -1));
    return handler ? handler(new Request(asked, { method, headers })) : null;
  }

  #register(schemes: CustomScheme[]): void {
    if (this.#isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw new Error(
          `The Electron stand-in maps ${scheme}: to an https origin: register it as standard and secure.`,
        );
      }
      this.#privileged.add(scheme);
    }
  }

  #handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (!this.#isReady()) throw new Error('protocol.handle can only be used after app is ready');
    if (!this.#privileged.has(scheme)) {
      throw new Error(
        `The Electron stand-in handles registered schemes only, and ${scheme}: is not registered.`,
      );
    }
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }
}
