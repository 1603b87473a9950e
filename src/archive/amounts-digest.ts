import type { UnitYearSummary } from './model.ts';
import { sha256 } from './record-file.ts';

/** What lists of subjects and economic classes say of a unit-year, as a short digest. */
export const amountsDigest = ({
  disclosureId,
  regionCode,
  unitName,
  subjects,
  economicClasses,
}: UnitYearSummary): string =>
  sha256(JSON.stringify([disclosureId, regionCode, unitName, subjects, economicClasses])).slice(
    0,
    24,
  );
