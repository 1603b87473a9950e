import type { AssembleStages } from '../../src/assemble/assemble-disclosure.ts';
import { assembleForms } from '../../src/assemble/assemble-forms.ts';
import { assembleKeyFacts } from '../../src/assemble/key-facts.ts';
import { linkProjects } from '../../src/assemble/link-projects.ts';

/** The stages after the tables, as imports use them. */
export const assembleStages: AssembleStages = { assembleForms, linkProjects, assembleKeyFacts };
