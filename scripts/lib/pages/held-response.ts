/** What a response is made of besides its body, as the standard names it. */
interface ResponseSettings {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
}

/** What pages are made of: text, or its bytes. */
type HeldBody = string | Uint8Array | null;

/**
 * A response as far as pages need one, which holds its body as it was given. The standard's own makes a
 * stream of each body, copies it into it and out of it, and keeps it until memory is searched through as a
 * whole: a quarter of what a page costs.
 */
export class HeldResponse {
  readonly body: HeldBody;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;

  constructor(body: HeldBody = null, settings: ResponseSettings = {}) {
    if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array))
      throw new TypeError('Unexpected body of a response, expected text or bytes.');
    this.body = body;
    this.status = settings.status ?? 200;
    this.statusText = settings.statusText ?? '';
    this.headers = new Headers(settings.headers);
  }

  /** Whether the status tells success. */
  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** The body as bytes; none where there is no body. */
  bytes(): Uint8Array {
    return typeof this.body === 'string'
      ? Buffer.from(this.body, 'utf8')
      : (this.body ?? new Uint8Array());
  }
}

/** Lets everything in this process make its responses so. */
export function holdResponses(): void {
  Object.defineProperty(globalThis, 'Response', { value: HeldResponse, configurable: true });
}
