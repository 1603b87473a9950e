import type { AnswerProgress, FindAnswer, SearchService } from './search-service.ts';

/** The methods of the service that can be called from outside the worker. */
export type ServiceMethod = 'manifest' | 'find' | 'view' | 'contexts' | 'nearer';

/** A call of a method; `bundle` opens the service with the first call. */
export interface ServiceCall {
  readonly id: number;
  readonly bundle: string;
  readonly method: ServiceMethod;
  readonly args: readonly unknown[];
}

/** What is known so far of a call, then its outcome: a value, or an error by name and message. */
export type ServiceReply =
  | { readonly id: number; readonly progress: FindAnswer }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** Carries a call out on the service; methods that search tell what they know so far. */
export function callService(
  service: SearchService,
  method: ServiceMethod,
  args: readonly unknown[],
  progress: AnswerProgress,
): Promise<unknown> {
  const isSearching = method === 'find' || method === 'view';
  const all = isSearching ? [...args, progress] : args;
  return (service[method] as (...all: readonly unknown[]) => Promise<unknown>)(...all);
}
