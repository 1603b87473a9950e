import type { SearchManifest } from '../format/search-files.ts';
import type { SearchHit } from '../format/search-hit.ts';
import type { NearerWords } from '../format/search-nearer.ts';
import { callService, type ServiceMethod, type ServiceReply } from './search-messages.ts';
import type {
  AnswerProgress,
  FindAnswer,
  FindRequest,
  HitContext,
  SearchService,
} from './search-service.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: AnswerProgress;
  readonly again: () => Promise<unknown>;
}

/**
 * The search as the page calls it: in a worker where the browser has them, else on the page's own
 * thread. When the worker cannot start, what it was asked is done on the page's thread.
 */
export class SearchClient {
  readonly #bundle: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #local: Promise<SearchService> | undefined;
  #next = 0;

  /** @param bundle absolute address of the engine's bundle, ending in a slash */
  constructor(bundle: string) {
    this.#bundle = bundle;
    try {
      this.#worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      this.#worker = undefined;
    }
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<ServiceReply>) => {
      const waiting = this.#waiting.get(data.id);
      if ('progress' in data) {
        waiting?.progress(data.progress);
        return;
      }
      this.#waiting.delete(data.id);
      if ('error' in data) waiting?.reject(toError(data.error));
      else waiting?.resolve(data.value);
    });
    this.#worker?.addEventListener('error', () => this.#fallBack());
  }

  /** See {@link SearchService.manifest}. */
  manifest(): Promise<SearchManifest> {
    return this.#call('manifest', []) as Promise<SearchManifest>;
  }

  /** See {@link SearchService.find}. */
  find(typed: string, request: FindRequest, progress: AnswerProgress): Promise<FindAnswer> {
    return this.#call('find', [typed, request], progress) as Promise<FindAnswer>;
  }

  /** See {@link SearchService.view}. */
  view(request: FindRequest, progress: AnswerProgress): Promise<FindAnswer> {
    return this.#call('view', [request], progress) as Promise<FindAnswer>;
  }

  /** See {@link SearchService.contexts}. */
  contexts(hits: readonly SearchHit[]): Promise<(HitContext | null)[]> {
    return this.#call('contexts', [hits]) as Promise<(HitContext | null)[]>;
  }

  /** See {@link SearchService.nearer}. */
  nearer(typed: string): Promise<NearerWords> {
    return this.#call('nearer', [typed]) as Promise<NearerWords>;
  }

  #call(
    method: ServiceMethod,
    args: readonly unknown[],
    progress: AnswerProgress = () => undefined,
  ): Promise<unknown> {
    const here = async (): Promise<unknown> =>
      callService(await this.#service(), method, args, progress);
    const worker = this.#worker;
    if (worker === undefined) return here();
    const id = (this.#next += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress, again: here });
      worker.postMessage({ id, bundle: this.#bundle, method, args });
    });
  }

  #service(): Promise<SearchService> {
    return (this.#local ??= import('./search-service.ts').then(
      ({ SearchService: Service }) => new Service(this.#bundle),
    ));
  }

  #fallBack(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { resolve, reject, again } of this.#waiting.values()) again().then(resolve, reject);
    this.#waiting.clear();
  }
}

function toError({ name, message }: { name: string; message: string }): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
