import type { SearchCoverage } from '../format/search-coverage.ts';
import type { PartAnswer, SearchEngine } from '../format/search-engine.ts';
import type { SearchManifest, SearchPart } from '../format/search-files.ts';
import type { RegionsAbove, SearchFilters } from '../format/search-filters.ts';
import type { SearchHit } from '../format/search-hit.ts';
import type { SearchQuery } from '../format/search-query.ts';
import { isInScope, uncountedValues } from '../format/search-scope.ts';

/** The hits of one reading of a query, part by part, as they are found. */
export class FoundHits {
  readonly #engine: SearchEngine;
  readonly #alternatives: readonly SearchQuery[];
  readonly #candidates: readonly SearchPart[];
  readonly #keeps: (hit: SearchHit) => boolean;
  readonly #answers = new Map<string, PartAnswer>();

  /**
   * @param candidates the parts that may contain the query, in the order they are to be searched
   * @param keeps whether a hit belongs to this reading of the query
   */
  constructor(
    engine: SearchEngine,
    alternatives: readonly SearchQuery[],
    candidates: readonly SearchPart[],
    keeps: (hit: SearchHit) => boolean,
  ) {
    this.#engine = engine;
    this.#alternatives = alternatives;
    this.#candidates = candidates;
    this.#keeps = keeps;
  }

  /**
   * Searches the parts that the filters leave and that have not answered yet, until so many hits are
   * there; those lost before are asked again. Calls back after each part.
   * @throws the signal's reason when the search is no longer wanted
   */
  async search(
    filters: SearchFilters,
    regionsAbove: RegionsAbove,
    enough: number,
    signal: AbortSignal,
    answered: () => void,
  ): Promise<void> {
    const wanted = this.#inScope(filters, regionsAbove).filter((part) => {
      const answer = this.#answers.get(part.id);
      return answer === undefined || 'error' in answer;
    });
    if (wanted.length === 0 || this.count() >= enough) return;
    for await (const answer of this.#engine.searchParts(wanted, this.#alternatives, signal)) {
      const kept = 'hits' in answer ? { ...answer, hits: answer.hits.filter(this.#keeps) } : answer;
      this.#answers.set(answer.part.id, kept);
      answered();
      if (this.count() >= enough) return;
    }
  }

  /** All hits there are, in no particular order. */
  hits(): SearchHit[] {
    const hits: SearchHit[] = [];
    for (const answer of this.#answers.values()) {
      if ('hits' in answer) for (const hit of answer.hits) hits.push(hit);
    }
    return hits;
  }

  /** Number of hits there are. */
  count(): number {
    let count = 0;
    for (const answer of this.#answers.values()) {
      if ('hits' in answer) count += answer.hits.length;
    }
    return count;
  }

  /** Errors of the parts that were lost. */
  errors(): Error[] {
    return [...this.#answers.values()].flatMap((answer) =>
      'error' in answer ? [answer.error] : [],
    );
  }

  /** How much of the archive the hits speak of, under these filters. */
  coverage(
    filters: SearchFilters,
    regionsAbove: RegionsAbove,
    manifest: SearchManifest,
    isRunning: boolean,
  ): SearchCoverage {
    const inScope = this.#inScope(filters, regionsAbove);
    const searched = inScope.filter(({ id }) => this.#answers.has(id));
    const lost = searched.filter(({ id }) => 'error' in (this.#answers.get(id) ?? {}));
    const unknown = this.#candidates.filter(({ id }) => !('hits' in (this.#answers.get(id) ?? {})));
    const unknownUnder = (scope: Partial<SearchFilters>): SearchPart[] =>
      unknown.filter((part) => isInScope(part, { ...filters, ...scope }, regionsAbove));
    return {
      parts: inScope.length,
      searched: searched.length,
      lost: lost.length,
      outside: unknown.filter((part) => !inScope.includes(part)).length,
      paused: !isRunning && searched.length < inScope.length,
      uncounted: {
        region: uncountedValues(unknownUnder({ region: [] }), manifest).region,
        year: uncountedValues(unknownUnder({ year: [] }), manifest).year,
      },
    };
  }

  #inScope(filters: SearchFilters, regionsAbove: RegionsAbove): SearchPart[] {
    return this.#candidates.filter((part) => isInScope(part, filters, regionsAbove));
  }
}
