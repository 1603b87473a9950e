import type { Unit } from '../schema/unit.ts';
import { jsonLdText } from './json-ld.ts';

/** A unit with what stands around it. */
export interface DescribedUnit {
  readonly unit: Pick<Unit, 'id' | 'name' | 'names' | 'supervisingDepartment'>;
  readonly regionName: string;
  /** Address of its page; null = the site does not know its own. */
  readonly address: string | null;
}

/** A unit as a schema.org GovernmentOrganization, for a script element of type application/ld+json. */
export function unitJsonLd({ unit, regionName, address }: DescribedUnit): string {
  const others = unit.names.map(({ name }) => name).filter((name) => name !== unit.name);
  const above = unit.supervisingDepartment;
  return jsonLdText({
    '@type': 'GovernmentOrganization',
    name: unit.name,
    ...(others.length === 0 ? {} : { alternateName: others }),
    identifier: unit.id,
    ...(address === null ? {} : { url: address }),
    areaServed: { '@type': 'AdministrativeArea', name: regionName },
    ...(above === null || above === unit.name
      ? {}
      : { parentOrganization: { '@type': 'GovernmentOrganization', name: above } }),
  });
}
