import file from '../../content/glossary.json' with { type: 'json' };
import { glossarySchema, type Glossary, type GlossaryTerm } from '../schema/glossary.ts';
import { deepFreeze } from './order.ts';

let glossary: Glossary | undefined;

/**
 * The glossary of content/glossary.json, validated once, frozen.
 * @throws ZodError naming the term and field when the file breaks its schema.
 */
export function readGlossary(): Glossary {
  glossary ??= deepFreeze(glossarySchema.parse(file));
  return glossary;
}

/** The terms that texts link at their first occurrence. */
export function linkedTerms(): readonly GlossaryTerm[] {
  return readGlossary().terms.filter(({ linked }) => linked);
}
