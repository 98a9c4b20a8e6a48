import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails, sizes } from '../../core/contract/vocabulary.ts';
import type { EditionProfile } from './profile.ts';

/** How an edition's files write the values of each dimension, in the order of the contract's lists. */
export interface DimensionNames {
  departments: string[];
  regions: string[];
  sectors: string[];
  sizeDetails: string[];
}

/** The sector as the open data writes it; 2023 had a longer name for personal services. */
export const sectorNames = (edition: number): string[] =>
  sectors.map(({ key, fr }) => {
    if (key === 'autre') return 'Z - Autre';
    if (key === 'services-a-la-personne' && edition === 2023)
      return 'Services à la personne (p. ex. soins, santé, éducation)';
    return fr;
  });

/** 2025 groups Provence-Alpes-Côte d'Azur and Corse; the editions before did not. */
export const regionNames = ({ groupedPacaCorse }: EditionProfile): string[] =>
  regions.map(({ code, label }) =>
    groupedPacaCorse && ['93', '94', '93+94'].includes(code)
      ? "Provence Alpes Côte d'Azur + Corse"
      : label,
  );

export function dimensionNames(edition: number, profile: EditionProfile): DimensionNames {
  const department = {
    code: ({ code }: { code: string }) => code,
    name: ({ label }: { label: string }) => label,
    'code-name': ({ code, label }: { code: string; label: string }) => `${code} - ${label}`,
  }[profile.departmentStyle];
  return {
    departments: departments.map(department),
    regions: regionNames(profile),
    sectors: sectorNames(edition),
    sizeDetails: sizeDetails.map(({ fr, folded }) =>
      profile.fineSizes ? fr : sizes.find(({ key }) => key === folded)!.fr,
    ),
  };
}
